/** The key of SIREN and SIRET numbers: every second digit from the right counts double. */
export const passesLuhn = (digits: string): boolean => {
  let total = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2
    total += value > 9 ? value - 9 : value
  }
  return total % 10 === 0
}
