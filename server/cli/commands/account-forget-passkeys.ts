import { connect, disconnect } from '#db/client.ts'
import { forgetPasskeys } from '#server/identity/public.ts'
import { unattended } from '#server/kernel/context.ts'
import { command } from './command.ts'
import { reachDatabase } from './reach-database.ts'
import { UsageError } from './read-options.ts'

export default command({
  says: `Retire les clés d'accès d'une personne qui a perdu ses clés et ses codes de secours. Assurez-vous d'abord, de vive
voix, que c'est bien elle : son mot de passe ou un lien suffira ensuite. Elle en est prévenue par e-mail.`,
  options: { email: { value: 'adresse', says: "l'adresse de la personne" } },
  examples: ['account forget-passkeys --email prenom.nom@exemple.fr'],
  async run({ email }, world) {
    if (!email) throw new UsageError('Donnez son adresse e-mail (--email)')
    const urls = await reachDatabase(world.settings())
    if (!urls) throw new UsageError('La base ne tourne pas : démarrez d’abord (npm start)')
    connect({ url: urls.app, size: 1 })
    try {
      const removed = await forgetPasskeys(unattended('cli'), email.trim().toLowerCase())
      if (removed === null) throw new UsageError(`Aucun compte n’a l’adresse ${email}`)
      world.print(removed === 0 ? 'Ce compte n’a pas de clé d’accès.' : `Clés d’accès retirées : ${removed}.`)
      return 0
    } finally {
      await disconnect()
    }
  },
})
