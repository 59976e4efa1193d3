package io.judgeflow.bench.monkey;

/** One thing that the monkey does to somebody. Numbers begin with 1. */
sealed interface Fault {

    /** Who is hit: nobody is while still down from the last time. */
    String victim();

    /** What it is, whoever of the same kind is hit. */
    String kind();

    /** Whether this process of this service is not there for a while. */
    default boolean downs(Service service, int number) {
        return false;
    }

    /** Of one process of a service. */
    sealed interface OfService extends Fault {

        Service service();

        int number();

        @Override
        default String victim() {
            return service().text() + " " + number();
        }

        @Override
        default boolean downs(Service other, int otherNumber) {
            return service() == other && number() == otherNumber;
        }
    }

    /** Of one of three brokers, never of two at a time: they are one victim. */
    sealed interface OfBroker extends Fault {

        int number();

        @Override
        default String victim() {
            return "brokers";
        }
    }

    /** Of a Judge0. */
    sealed interface OfJudge extends Fault {

        int number();

        @Override
        default String victim() {
            return "judge " + number();
        }
    }

    /** {@code kill -9}, and a new process later. */
    record Kill(Service service, int number) implements OfService {
        @Override
        public String kind() {
            return "kill -9 " + service.text();
        }
    }

    /** SIGSTOP, and SIGCONT later: it believes that no time has passed. */
    record Freeze(Service service, int number) implements OfService {
        @Override
        public String kind() {
            return "freeze " + service.text();
        }
    }

    /** {@code kill -9}, and a new process later. */
    record KillBroker(int number) implements OfBroker {
        @Override
        public String kind() {
            return "kill -9 broker";
        }
    }

    /** The same with SIGSTOP. */
    record FreezeBroker(int number) implements OfBroker {
        @Override
        public String kind() {
            return "freeze broker";
        }
    }

    /** The only one there is. */
    record KillDatabase() implements Fault {
        @Override
        public String victim() {
            return "database";
        }

        @Override
        public String kind() {
            return "kill -9 PostgreSQL";
        }
    }

    /** Does not listen any more; what it has runs on. */
    record JudgeGone(int number) implements OfJudge {
        @Override
        public String kind() {
            return "judge away";
        }
    }

    /** Knows no token any more. */
    record JudgeForgets(int number) implements OfJudge {
        @Override
        public String kind() {
            return "judge forgets tokens";
        }
    }

    /** Listens, and is not well. */
    record JudgeAils(int number, Ailment ailment) implements OfJudge {
        @Override
        public String kind() {
            return "judge " + ailment.words();
        }
    }
}
