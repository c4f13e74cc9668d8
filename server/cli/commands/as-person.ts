import { connect, disconnect } from '#db/client.ts'
import { accountOf, configureSignIn, contextOfAccount } from '#server/identity/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { openFiles } from '#server/kernel/files/open-files.server.ts'
import { activeNetwork, readNetworks } from '#server/kernel/networks.ts'
import { loadNetworks } from '#tenants/load.ts'
import type { World } from './command.ts'
import { reachDatabase } from './reach-database.ts'
import { UsageError } from './read-options.ts'
import { withClient } from './with-client.ts'

/**
 * Does an act in a network in somebody's name, with what they may do there: the history says who. The
 * server must run: its worker does what is long.
 */
export async function asPerson(
  { network: slug = '', email = '' }: { network?: string; email?: string },
  world: World,
  act: (ctx: StaffContext) => Promise<void>,
): Promise<number> {
  const settings = world.settings()
  const urls = await reachDatabase(settings)
  if (!urls) throw new UsageError('La base ne tourne pas : démarrez d’abord (npm start)')
  await withClient(urls.app, (app) => readNetworks(app, loadNetworks(world.tenantsFolder)))
  const network = activeNetwork(slug)
  if (!network) throw new UsageError(`Le réseau « ${slug} » n’existe pas ou n’est pas actif`)
  connect({ url: urls.app, size: 2 })
  configureFiles(openFiles(settings))
  configureSignIn({ demoAccounts: settings.mode === 'demo' })
  try {
    const person = await accountOf(email.trim().toLowerCase())
    const ctx = person && (await contextOfAccount(person.id, network.id, 'cli'))
    if (!ctx) throw new UsageError(`Personne n’a l’adresse « ${email} » (--account)`)
    await act(ctx as StaffContext)
    return 0
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.status === 403) throw new UsageError(`${email} n’a pas ce droit dans le réseau « ${slug} »`)
    throw new UsageError(sentenceOf(error))
  } finally {
    await disconnect()
  }
}

function sentenceOf({ code, details: { why, line } }: DomainError): string {
  if (code === 'crm.file_unreadable')
    return `Ce fichier ne se lit pas comme un tableau (${why}${line ? `, ligne ${line}` : ''})`
  return `Refusé : ${code}`
}
