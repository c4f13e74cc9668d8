import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { importFile } from '#server/crm/public.ts'
import { asPerson } from './as-person.ts'
import type { Command } from './command.ts'
import { readOperands } from './read-operands.ts'
import { UsageError } from './read-options.ts'

const options = {
  account: { value: 'adresse', says: "l'adresse de la personne au nom de qui le fichier est importé" },
  write: { says: 'écrire les fiches ; sinon rien n’est écrit, et l’on voit ce que le fichier ferait' },
} as const

const SAID = {
  create: 'à créer',
  update: 'à compléter',
  same: 'inchangées',
  like: 'à décider',
  refused: 'refusées',
}

const command: Command = {
  says: `Lit un fichier CSV, XLSX ou ODS de structures et de leurs contacts, comme la page « Imports » du bureau : les
colonnes sont reconnues par leur titre, les valeurs qui ne sont d’aucune liste sont laissées de côté. L’import reste
sur sa page, où on le corrige, le termine ou l’annule.`,
  options,
  examples: [
    'import gescod structures.xlsx --account prenom.nom@exemple.fr',
    'import gescod structures.xlsx --account prenom.nom@exemple.fr --write',
  ],
  run(args, world) {
    const { operands, given } = readOperands(['un réseau', 'un fichier'], options, args)
    const [network, path] = operands as [string, string]
    if (!existsSync(path)) throw new UsageError(`Le fichier « ${path} » n’existe pas`)
    return asPerson({ network, email: given.account }, world, async (ctx) => {
      const upload = { name: basename(path), path }
      const { id, counts, written } = await importFile(ctx, upload, { write: given.write ?? false })
      for (const [what, said] of Object.entries(SAID)) world.say(`${counts[what] ?? 0} ${said}`)
      world.say(written ? 'Les fiches sont écrites.' : 'Rien n’est écrit.')
      world.print(`/${network}/bureau/imports/${id}`)
    })
  },
}
export default command
