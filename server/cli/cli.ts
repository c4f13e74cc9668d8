import { type Command, theWorld, type World } from './commands/command.ts'
import { helpOf, helpOfAll, seeHelp } from './commands/help.ts'
import { USAGE_CODE, UsageError } from './commands/read-options.ts'

type Line = { name: string; says: string; load: () => Promise<{ default: Command }> }

/** Each command is a file, loaded only when asked. */
const COMMANDS: Line[] = [
  {
    name: 'db url',
    says: "Donne l'adresse de connexion à la base",
    load: () => import('./commands/db-url.ts'),
  },
  {
    name: 'demo',
    says: 'Charge des données de démonstration, à la taille voulue',
    load: () => import('./commands/demo.ts'),
  },
  {
    name: 'account invite',
    says: 'Invite une personne dans un réseau, par exemple sa première administratrice',
    load: () => import('./commands/account-invite.ts'),
  },
  {
    name: 'account forget-passkeys',
    says: "Retire les clés d'accès d'une personne qui les a perdues avec ses codes",
    load: () => import('./commands/account-forget-passkeys.ts'),
  },
  {
    name: 'import',
    says: 'Lit un fichier de structures et de contacts dans un réseau',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'export',
    says: "Écrit la liste des structures d'un réseau dans un fichier",
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'network list',
    says: 'Liste les réseaux',
    load: () => import('./commands/network-list.ts'),
  },
  {
    name: 'network create',
    says: 'Crée un réseau',
    load: () => import('./commands/network-create.ts'),
  },
]

/** `npm run cli -- <command>`. */
export async function run(args: string[], given: Partial<World> = {}): Promise<number> {
  const world = { ...theWorld(), ...given }
  const line = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => args[at] === word))
  try {
    if (!line) return helpOrRefuse(args, world)
    const rest = args.slice(line.name.split(' ').length)
    const { default: command } = await line.load()
    if (rest.includes('--help') || rest.includes('-h')) {
      world.print(helpOf(line.name, command))
      return 0
    }
    return await command.run(rest, world)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    world.say(`${error.message}. Voir : ${seeHelp(line?.name ?? '')}`)
    return USAGE_CODE
  }
}

function helpOrRefuse(args: string[], world: World): number {
  if (args.includes('--help') || args.includes('-h')) {
    world.print(helpOfAll(COMMANDS))
    return 0
  }
  const words = args.filter((word) => !word.startsWith('-')).slice(0, 2)
  if (words.length === 0) throw new UsageError('Dites quelle commande exécuter')
  throw new UsageError(`La commande « ${words.join(' ')} » n'existe pas`)
}
