import { command } from './command.ts'
import { reachDatabase } from './reach-database.ts'
import { UsageError } from './read-options.ts'

const ROLES = ['app', 'owner', 'observatory'] as const

export default command({
  says: `Donne l'adresse de connexion à la base : celle de DATABASE_URL, sinon celle de la base embarquée si elle
tourne. L'accès « app » est celui du produit et ne voit qu'un réseau à la fois ; « owner » possède les tables ;
« observatory » ne lit que les statistiques remises à la conférence.`,
  options: { role: { value: ROLES.join('|'), says: "l'accès voulu", otherwise: 'app' } },
  examples: ['db url', 'db url --role owner'],
  async run({ role = 'app' }, world) {
    const known = ROLES.find((one) => one === role)
    if (!known) throw new UsageError(`--role vaut ${ROLES.join(', ')}, pas « ${role} »`)
    const urls = await reachDatabase(world.settings())
    if (!urls) {
      world.say('La base embarquée ne tourne pas : lancez npm start, ou donnez DATABASE_URL.')
      return 1
    }
    const url = urls[known]
    if (!url) {
      world.say(
        'DATABASE_OBSERVATORY_URL n’est pas donnée, et ne se déduit que quand DATABASE_APP_URL ne l’est pas non plus.',
      )
      return 1
    }
    world.print(url)
    return 0
  },
})
