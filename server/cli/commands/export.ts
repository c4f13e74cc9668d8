import { existsSync } from 'node:fs'
import { exportFile, listRequestInput } from '#server/crm/public.ts'
import { asPerson } from './as-person.ts'
import type { Command } from './command.ts'
import { readOperands } from './read-operands.ts'
import { UsageError } from './read-options.ts'

const options = {
  account: { value: 'adresse', says: "l'adresse de la personne qui remet la liste" },
  purpose: { value: 'texte', says: 'à quoi elle servira : le registre des listes le garde' },
  to: { value: 'fichier', says: 'où l’écrire ; .xlsx ou .csv', otherwise: '<réseau>.csv' },
  criteria: { value: 'filtres', says: 'ce qui suit le « ? » de l’adresse de la liste au bureau' },
  columns: { value: 'clés', says: 'les colonnes, séparées par des virgules' },
} as const

const command: Command = {
  says: 'Écrit la liste des structures d’un réseau dans un fichier, et dans le registre des listes remises.',
  options,
  examples: [
    'export gescod --account prenom.nom@exemple.fr --purpose "Bilan annuel" --to structures.xlsx',
    'export gescod --account prenom.nom@exemple.fr --purpose Région --criteria "type=association" --columns name,city',
  ],
  run(args, world) {
    const { operands, given } = readOperands(['un réseau'], options, args)
    const network = operands[0]!
    const to = given.to ?? `${network}.csv`
    if (existsSync(to)) throw new UsageError(`Le fichier « ${to} » existe déjà`)
    const parsed = listRequestInput.safeParse({
      purpose: given.purpose ?? '',
      format: to.endsWith('.xlsx') ? 'xlsx' : 'csv',
      criteria: given.criteria ?? '',
      columns: given.columns?.split(',').map((key) => key.trim()),
    })
    if (!parsed.success) throw new UsageError(whatIsWrong(String(parsed.error.issues[0]?.path[0])))
    return asPerson({ network, email: given.account }, world, async (ctx) => {
      const { rows } = await exportFile(ctx, parsed.data, to)
      world.say(`${rows} lignes`)
      world.print(to)
    })
  },
}
export default command

const whatIsWrong = (field: string) =>
  field === 'purpose'
    ? 'Dites à quoi servira cette liste (--purpose)'
    : field === 'personalReason'
      ? 'Des colonnes de personnes ne se donnent que depuis le bureau, avec leur raison'
      : `La valeur de --${field} ne convient pas`
