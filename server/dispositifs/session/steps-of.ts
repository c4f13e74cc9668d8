import { STEPS, type Steps } from '../lifecycle/lifecycle.ts'

/** The optional steps of a session as the table of moves asks for them. */
export const stepsOf = (named: readonly string[]): Steps =>
  Object.fromEntries(STEPS.map((step) => [step, named.includes(step)])) as Steps
