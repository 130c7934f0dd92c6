package org.teishutsu.report.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
    /** After everything that is recorded. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final OrderService orderService;
    private final Instructions instructions;
    private final InstructionAnswers answers;
    private final Facts facts;
    private final Clock clock;
    private final Event<OrderInstructed> instructed;

    InstructionService(
            OrderService orderService,
            Instructions instructions,
            InstructionAnswers answers,
            Facts facts,
            Clock clock,
            Event<OrderInstructed> instructed) {
        this.orderService = orderService;
        this.instructions = instructions;
        this.answers = answers;
        this.facts = facts;
        this.clock = clock;
        this.instructed = instructed;
    }

    @Transactional
    InstructionView record(UUID order, NewInstruction entered, String by) {
        entered.requireConsistent();
        orderService.lock(order); // one after the other: each changes the dates
        OrderView received = orderService.get(order);
        requirePast("receivedOn", entered.receivedOn());
        if (entered.receivedOn().isBefore(received.issuedOn())) {
            throw ProblemException.invalid("receivedOn", "must not be before the order was issued");
        }
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
        RecordedInstructions recorded = instructions.of(order);
        return views(recorded, answers(List.of(order), FAR), recorded.all());
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
        return standing(order, FAR);
    }

    /** What stood at an instant, with the answers recorded by then. */
    @Transactional
    public List<InstructionView> standing(UUID order, Instant asOf) {
        return standing(instructions.of(order).knownAt(asOf), answers(List.of(order), asOf));
    }

    /** What stands now, of several orders; the number of statements does not grow with theirs. */
    @Transactional
    public Map<UUID, List<InstructionView>> standing(Collection<UUID> orders) {
        Map<UUID, List<InstructionView.Answer>> answers = answers(orders, FAR);
        return instructions.of(orders).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> standing(each.getValue(), answers)));
    }

    /** What would stand without an entry, which is the last one recorded. */
    @Transactional
    public List<InstructionView> standingBefore(InstructionView last) {
        RecordedInstructions before =
                instructions.of(last.order()).only(each -> !each.id().equals(last.id()));
        return standing(before, answers(List.of(last.order()), FAR));
    }

    private static List<InstructionView> standing(
            RecordedInstructions recorded, Map<UUID, List<InstructionView.Answer>> answers) {
        return views(recorded, answers, recorded.standing());
    }

    /** A correction has the answers to what it corrects: the bureau asked once. */
    private static List<InstructionView> views(
            RecordedInstructions recorded, Map<UUID, List<InstructionView.Answer>> answers, List<Instruction> wanted) {
        return wanted.stream()
                .map(each -> each.view(recorded.chain(each).stream()
                        .flatMap(id -> answers.getOrDefault(id, List.of()).stream())
                        .sorted(Comparator.comparing(InstructionView.Answer::recordedAt)
                                .thenComparing(InstructionView.Answer::id))
                        .toList()))
                .toList();
    }

    private Map<UUID, List<InstructionView.Answer>> answers(Collection<UUID> orders, Instant asOf) {
        return answers.to(orders).stream()
                .filter(each -> each.knownAt(asOf))
                .collect(Collectors.groupingBy(
                        InstructionAnswer::instructionId,
                        Collectors.mapping(InstructionAnswer::view, Collectors.toList())));
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
