import { connect, disconnect, inNetwork } from '#db/client.ts'
import { invitationInput, OWN_ROLES, writeInvitation } from '#server/identity/public.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import { activeNetwork, readNetworks } from '#server/kernel/networks.ts'
import { loadNetworks } from '#tenants/load.ts'
import { PROFILES } from '#tenants/roles.ts'
import { command } from './command.ts'
import { reachDatabase } from './reach-database.ts'
import { UsageError } from './read-options.ts'
import { withClient } from './with-client.ts'

export default command({
  says: `Invite une personne dans un réseau : elle reçoit un e-mail, et le lien est aussi écrit ici. C'est ainsi qu'un réseau
reçoit sa première administratrice ou son premier administrateur ; les suivants s'invitent depuis le bureau.`,
  options: {
    network: { value: 'slug', says: 'le réseau' },
    email: { value: 'adresse', says: "l'adresse de la personne" },
    role: { value: 'rôle', says: OWN_ROLES.join(', '), otherwise: 'admin' },
    profile: { value: 'fonction', says: `pour staff : ${PROFILES.join(', ')}`, otherwise: 'mission' },
  },
  examples: ['account invite --network gescod --email prenom.nom@exemple.fr'],
  async run({ network: slug, email, role = 'admin', profile }, world) {
    const settings = world.settings()
    const parsed = invitationInput.safeParse({ email: email ?? '', role, profile: profile ?? null })
    if (!parsed.success) throw new UsageError(whatIsWrong(String(parsed.error.issues[0]?.path[0])))
    const urls = await reachDatabase(settings)
    if (!urls) throw new UsageError('La base ne tourne pas : démarrez d’abord (npm start)')
    await withClient(urls.app, (app) => readNetworks(app, loadNetworks(world.tenantsFolder)))
    const network = activeNetwork(slug ?? '')
    if (!network) throw new UsageError(`Le réseau « ${slug ?? ''} » n’existe pas ou n’est pas actif`)
    const ctx: NetworkContext = { ...unattended('cli'), network }
    connect({ url: urls.app, size: 1 })
    try {
      const { organisationId: _, ...promised } = parsed.data
      const { link } = await inNetwork(ctx, (tx) => writeInvitation(tx, ctx, promised, null))
      world.print((settings.origin ?? `http://localhost:${settings.port}`) + link)
      world.say(`Invitation envoyée à ${parsed.data.email}. Ce lien sert une fois, pendant 14 jours.`)
      return 0
    } finally {
      await disconnect()
    }
  },
})

const whatIsWrong = (option: string) =>
  option === 'email'
    ? 'Donnez une adresse e-mail complète (--email)'
    : `La valeur de --${option} ne convient pas`
