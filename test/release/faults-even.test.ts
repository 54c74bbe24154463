import { testFaults } from "./faults.ts";

testFaults("even");
