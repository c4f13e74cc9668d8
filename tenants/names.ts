/** Two spellings with the same key are the same name: « RÉSACOOP » and « Resacoop », « l'Ircod » and « l’IRCOD ». */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
