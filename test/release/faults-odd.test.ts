import { testFaults } from "./faults.ts";

testFaults("odd");
