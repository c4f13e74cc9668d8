/** What an amount goes beyond, and how much that is: to be meant, it is confirmed. */
export type AmountDoubt = { kind: 'request' | 'ceiling' | 'envelope'; cents: number }
