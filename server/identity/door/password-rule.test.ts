import { describe, expect, it } from 'vitest'
import { passwordFault, waysMet } from './password-rule.ts'

const person = { email: 'ines.dupre@essai.example', name: 'Inès Dupré' }

describe('A password one chooses', () => {
  it.each([
    ['Vélo-Bleu-2026', ['twelve', 'fourteen']],
    ['Vélo-Bleu-26', ['twelve']],
    ['vélobleu202612', []],
    ['Vélobleu202612', ['fourteen']],
    ['sept mots simples que je garde longtemps', ['phrase']],
    ['six mots simples que je garde', []],
    ['mot mot mot mot mot mot mot', []],
    ['Aa1-Aa1-Aa1-', []],
    ['Vélo-Ble-26', []],
  ])('%s meets %j', (password, ways) => {
    expect(waysMet(password)).toEqual(ways)
  })

  it('is accepted when it meets one way', () => {
    expect(passwordFault('Vélo-Bleu-26', person)).toBeNull()
  })

  it.each([
    ['Vélo-26', 'password_short'],
    ['Ines.Dupre-2026', 'password_personal'],
    ['ines.dupre@essai.example', 'password_personal'],
    [`Aa1-${'x'.repeat(1000)}`, 'password_long'],
  ])('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password, person)).toBe(fault)
  })
})
