import { type Evaluated, evaluateRecipe, type Value } from "./evaluate.ts";
