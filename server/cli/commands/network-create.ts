import { fileURLToPath } from 'node:url'
import type { Settings } from '#server/kernel/settings.ts'
import { type Fault, faultsWith, loadNetworks, TENANTS_FOLDER, TenantDataError } from '#tenants/load.ts'
import type { Network } from '#tenants/schema.ts'
import { command, type World } from './command.ts'
import { addToDatabase } from './network-create/add-to-database.ts'
import { answerAll, type Texts } from './network-create/answer.ts'
import { type Ask, askOn } from './network-create/ask.ts'
import { jsonOf } from './network-create/json-of.ts'
import { networkFile } from './network-create/network-file.ts'
import { QUESTIONS } from './network-create/questions.ts'
import { writeNetwork } from './network-create/write-network.ts'

export default command({
  says: `Crée un réseau régional : écrit tenants/<slug>/network.json et l'ajoute à la base si elle répond. Ce que les options
ne disent pas est demandé au clavier, ou proposé dans un script. Rien n'est écrit si quelque chose est refusé.`,
  options: Object.fromEntries(
    QUESTIONS.map(({ option, value, says, otherwise }) => [option, { value, says, otherwise }]),
  ),
  examples: [
    'network create',
    "network create --name 'Corse Coopération' --region Corse --brand '#7a1f3d' --website https://corse.example",
  ],
  async run(given, world) {
    const settings = world.settings()
    const folder = folderOf(world.tenantsFolder)
    const networks = loadNetworks(folder)
    const questions = world.input.isTTY ? askOn(world.input, world.output) : undefined
    try {
      const { answers, written } = await settle(given, networks, folder, world, questions?.ask)
      const network = writeNetwork(folder, answers.slug, jsonOf(written))
      world.print(`tenants/${answers.slug}/network.json`)
      world.say(await addToDatabase(settings, network))
      world.say(whatNext(network, settings))
      return 0
    } finally {
      questions?.close()
    }
  },
})

const folderOf = (folder: string | URL = TENANTS_FOLDER) =>
  typeof folder === 'string' ? folder : fileURLToPath(folder)

/** Answers the loader accepts. A person is asked again what it refuses; a script is told. */
async function settle(
  given: Texts,
  networks: Network[],
  folder: string,
  world: World,
  ask: Ask['ask'] | undefined,
) {
  let known = given
  for (;;) {
    const { answers, texts } = await answerAll({ given: known, networks, ask, say: world.say })
    const written = networkFile(answers, networks)
    const faults = faultsWith({ slug: answers.slug, written }, folder)
    if (faults.length === 0) return { answers, written }
    const refused = new TenantDataError(faults)
    const again = QUESTIONS.filter(({ field, aside }) => !aside && isAbout(field, faults))
    if (!ask || again.length === 0) throw refused
    world.say(refused.message)
    known = { ...texts, ...Object.fromEntries(again.map(({ option }) => [option, undefined])) }
  }
}

const isAbout = (field: string, faults: Fault[]) =>
  faults.some((fault) => fault.field.split(/[.[]/)[0] === field)

function whatNext({ slug, toVerify }: Network, { mode }: Settings): string {
  return [
    'Ensuite :',
    `- complétez tenants/${slug}/network.json, qui dit ce qui reste à vérifier : ${toVerify.map(({ field }) => field).join(', ')} ;`,
    '- redémarrez : une instance lit les réseaux à son démarrage ;',
    `- invitez la première personne qui l'administrera : npm run cli -- account invite --network ${slug} --email … ;`,
    mode === 'demo'
      ? '- pour le peupler de données de démonstration : npm run cli -- demo.'
      : '- en production, versionnez ce dossier et déployez.',
  ].join('\n')
}
