package org.teishutsu.report.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.Facts;

/** Records what the bureau says after its order, and the firm's answers. */
@ApplicationScoped
public class InstructionService {
    private final OrderService orderService;
    private final Orders orders;
    private final Instructions instructions;
    private final InstructionAnswers answers;
    private final Facts facts;
    private final Clock clock;
    private final Event<OrderInstructed> instructed;

    InstructionService(
            OrderService orderService,
            Orders orders,
            Instructions instructions,
            InstructionAnswers answers,
            Facts facts,
            Clock clock,
            Event<OrderInstructed> instructed) {
        this.orderService = orderService;
        this.orders = orders;
        this.instructions = instructions;
        this.answers = answers;
        this.facts = facts;
        this.clock = clock;
        this.instructed = instructed;
    }

    @Transactional
    InstructionView record(UUID order, NewInstruction entered, String by) {
        entered.requireConsistent();
        OrderView received = orderService.get(order);
        requirePast("receivedOn", entered.receivedOn());
        if (entered.receivedOn().isBefore(received.issuedOn())) {
            throw ProblemException.invalid("receivedOn", "must not be before the order was issued");
        }
        orders.findById(order, LockModeType.PESSIMISTIC_WRITE); // one after the other: each changes the dates
        if (entered.corrects() != null) {
            requireCorrectable(order, entered.corrects());
        }
        Instant now = facts.stamp();
        Instruction instruction = new Instruction(order, entered, now, by);
        instructions.persistAndFlush(instruction);
        InstructionView view = instruction.view(List.of());
        instructed.fire(new OrderInstructed(received, view, now, by));
        return view;
    }

    @Transactional
    InstructionView answer(UUID order, UUID instruction, NewAnswer entered, String by) {
        Instruction answered = find(order, instruction);
        requirePast("answeredOn", entered.answeredOn());
        if (entered.answeredOn().isBefore(answered.receivedOn())) {
            throw ProblemException.invalid("answeredOn", "must not be before the instruction was received");
        }
        answers.persistAndFlush(new InstructionAnswer(instruction, entered, facts.stamp(), by));
        return get(order, instruction);
    }

    /** Everything that was recorded, corrected entries included. */
    @Transactional
    List<InstructionView> all(UUID order) {
        orderService.get(order);
        return views(order, Instant.MAX, instructions.of(order).all());
    }

    @Transactional
    InstructionView get(UUID order, UUID id) {
        find(order, id);
        return all(order).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What stands now: in the order it was recorded, a correction in the place of the entry it corrects. */
    @Transactional
    public List<InstructionView> standing(UUID order) {
        return standing(order, Instant.MAX);
    }

    /** What stood at an instant, with the answers recorded by then. */
    @Transactional
    public List<InstructionView> standing(UUID order, Instant asOf) {
        return views(order, asOf, instructions.of(order).knownAt(asOf).standing());
    }

    /** What would stand without an entry, which is the last one recorded. */
    @Transactional
    public List<InstructionView> standingBefore(InstructionView last) {
        RecordedInstructions before =
                instructions.of(last.order()).only(each -> !each.id().equals(last.id()));
        return views(last.order(), Instant.MAX, before.standing());
    }

    private List<InstructionView> views(UUID order, Instant asOf, List<Instruction> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<InstructionView.Answer>> given = answers.to(order).stream()
                .filter(each -> each.knownAt(asOf))
                .collect(Collectors.groupingBy(
                        InstructionAnswer::instructionId,
                        Collectors.mapping(InstructionAnswer::view, Collectors.toList())));
        return wanted.stream()
                .map(each -> each.view(given.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Instruction find(UUID order, UUID id) {
        return instructions
                .findByIdOptional(id)
                .filter(each -> each.orderId().equals(order))
                .orElseThrow(() -> ProblemException.notFound("instruction of this order", id));
    }

    private void requireCorrectable(UUID order, UUID corrected) {
        if (instructions.of(order).all().stream().noneMatch(each -> each.id().equals(corrected))) {
            throw ProblemException.invalid("corrects", "names no instruction of this order");
        }
        if (instructions.count("corrects", corrected) > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "The instruction has been corrected already: correct the later entry");
        }
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(Jst.date(clock.instant()))) {
            throw ProblemException.invalid(field, "must not lie in the future");
        }
    }
}
