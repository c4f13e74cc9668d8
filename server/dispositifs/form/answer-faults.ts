/** Everything that can be wrong with an answer: keys of dispositifs.json, under `faults`. */
export const ANSWER_FAULTS = [
  'bands_overlap',
  'email',
  'ends_before',
  'funder_missing',
  'heading_missing',
  'not_a_day',
  'number',
  'partner_name_missing',
  'phone',
  'requested_in_kind',
  'text',
  'too_big',
  'too_long',
  'too_many',
  'too_small',
  'unbalanced',
  'unknown_choice',
  'whole',
  'yes_no',
  /** Of another shape than its field: no form of ours sends it. */
  'invalid',
] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

export const isAnswerFault = (code: string): code is AnswerFault =>
  (ANSWER_FAULTS as readonly string[]).includes(code)
