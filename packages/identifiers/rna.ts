// Répertoire national des associations. There is no key to check, and the second character after W is a
// letter in some overseas and Corsican numbers. Associations of Moselle, Bas-Rhin and Haut-Rhin have none.
export const isRna = (rna: string): boolean => /^W[0-9][0-9A-Z][0-9]{7}$/.test(rna)
