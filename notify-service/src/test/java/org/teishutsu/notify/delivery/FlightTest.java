package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.delivery.Settlement.Result;

class FlightTest {

    private static final UUID RUNS = UUID.randomUUID();
    private static final UUID PAUSED = UUID.randomUUID();

    record Running(UUID campaign) implements Mailing {
        @Override
        public Integer ratePerSecond() {
            return null;
        }

        @Override
        public Composed compose(Claim claim) {
            return new Composed("", "");
        }
    }

    private static Claim claim(UUID campaign) {
        return new Claim(
                UUID.randomUUID(),
                1,
                1,
                campaign,
                new Claim.Recipient("", false, "", "", true),
                Map.of(),
                null,
                0,
                null,
                false,
                0);
    }

    @Test
    void placesComeBackOnlyWithTheSettlement() throws InterruptedException {
        Flight flight = new Flight(8);
        assertThat(flight.takePlaces(0)).isEqualTo(8);
        Claim claim = claim(RUNS);
        flight.send(List.of(claim));
        flight.giveBack(7);
        assertThat(flight.free()).isEqualTo(7);

        assertThat(flight.nextToSend(0)).isEqualTo(claim);
        flight.settle(new Settlement(claim, Result.SENT, "250", null));
        assertThat(flight.free()).isEqualTo(7);

        flight.settled(flight.nextToSettle(50, 0));
        assertThat(flight.free()).isEqualTo(8);
        assertThat(flight.perSecond(RUNS)).isPositive();
    }

    @Test
    void whatDoesNotRunIsGivenBackAtOnceAndTheRestStays() throws InterruptedException {
        Flight flight = new Flight(10);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            claims.add(claim(i % 2 == 0 ? RUNS : PAUSED));
        }
        flight.send(claims);

        flight.follow(List.of(new Running(RUNS)));

        assertThat(flight.nextToSettle(50, 0)).hasSize(3).allSatisfy(settlement -> {
            assertThat(settlement.result()).isEqualTo(Result.RELEASED);
            assertThat(settlement.claim().campaign()).isEqualTo(PAUSED);
        });
        assertThat(flight.running(PAUSED)).isNull();
        assertThat(flight.nextToSend(0)).isEqualTo(claims.get(0));
    }
}
