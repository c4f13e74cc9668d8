/** Whose rows tell something of people or of a project: they go when a dossier is emptied. */
export const EMPTIED = [
  // One line each.
  'assignment',
  'conflict',
  'dossier_condition',
  'dossier_correction',
  'dossier_editor',
  'dossier_follow_up',
  'dossier_import_line',
  'dossier_letter',
  'dossier_message',
  'dossier_outside',
  'dossier_report',
  'dossier_save',
  'dossier_start',
  'dossier_waiver',
  'expert_request',
  'reading_return',
  'review',
] as const

/** Whose rows stay, and why. */
export const KEPT: Readonly<Record<string, string>> = {
  dossier: 'one that was merged into another is emptied by itself',
  dossier_decision: 'what the funder decided: amounts and days of the figures, in lines that never change',
  dossier_holder: 'organisations, counted once in the figures, and no person',
  dossier_move: 'states and moments make the figures; who and why are blanked',
  sitting_item: 'what signed minutes tell, of a file and of no person',
  dossier_payment: 'amounts and days, which accounts answer for longer than a dossier is kept',
  laureate_listing: 'what the public was told, until the team withdraws it',
  dossier_file: 'goes with its stored file, once the bytes are purged',
}
