import { departmentName } from '#packages/referentials/departments.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { currentName } from '#tenants/network.ts'
import type { Network } from '#tenants/schema.ts'
import type { TextKey } from './text.ts'

type Locale = 'fr' | 'en'
/** `missing`: what only the network knows, said to its staff alone. */
export type DefaultText = { body: string; missing: string[] }
type Write = (network: Network, name: string) => DefaultText

function place(network: Network, locale: Locale): string {
  const region = network.region ? regionName(network.region) : null
  if (locale === 'fr') return region ? `en région ${region}` : 'en France'
  return region ? `in the ${region} region` : 'in France'
}

function contact(network: Network, locale: Locale): string {
  const site = network.website ? `[${new URL(network.website).hostname}](${network.website})` : ''
  const city = network.contact?.city ?? network.antennas[0]?.city
  const lines =
    locale === 'fr'
      ? [city && `Siège : ${city}.`, site && `Site : ${site}.`]
      : [city && `Office: ${city}.`, site && `Website: ${site}.`]
  return lines.filter(Boolean).join(' ')
}

const form = (network: Network, locale: Locale) =>
  network.legalForm === 'gip'
    ? { fr: 'un groupement d’intérêt public', en: 'a public interest group' }[locale]
    : {
        fr: 'une association régie par la loi du 1er juillet 1901',
        en: 'a non-profit association under French law',
      }[locale]

const FR: Record<TextKey, Write> = {
  home: (network, name) => ({
    body: `${name} relie et accompagne celles et ceux qui agissent à l’international ${place(network, 'fr')} : associations, collectivités, établissements d’enseignement, entreprises. Vous cherchez un partenaire, vous préparez un projet, vous voulez savoir qui agit près de chez vous ? L’équipe vous répond.`,
    missing: [],
  }),
  team: (network, name) => ({
    body: [
      `${name} est ${form(network, 'fr')}. ${contact(network, 'fr')}`,
      network.antennas.length > 0
        ? `## Où nous trouver\n\n${network.antennas.map(({ city, department, main }) => `- ${city} (${departmentName(department)})${main ? ', antenne principale' : ''}`).join('\n')}`
        : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    missing: ['les noms et fonctions de l’équipe', 'l’adresse postale, le téléphone et le courriel'],
  }),
  legal: (network, name) => ({
    body: `## Éditeur\n\nCe site est édité par ${name}, ${form(network, 'fr')}. ${contact(network, 'fr')}\n\n## Contenus\n\nLes fiches de l’annuaire sont publiées avec l’accord des structures qu’elles présentent. Pour corriger ou retirer une fiche, écrivez à ${name}.\n\n## Fond de carte\n\nContours des départements : IGN, Admin Express.\n\n## Logiciel\n\nCe site utilise Maillage, logiciel libre sous licence AGPL.`,
    missing: [
      'l’adresse du siège et le numéro SIREN',
      'le nom de la personne directrice de la publication',
      'le nom et l’adresse de l’hébergeur',
    ],
  }),
  accessibility: (_network, name) => ({
    body: `${name} s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.\n\n## État de conformité\n\nCe site n’a pas encore fait l’objet d’un audit de conformité au référentiel général d’amélioration de l’accessibilité (RGAA). Il est conçu pour être lu au clavier, par les lecteurs d’écran, sur téléphone et sans JavaScript.\n\n## Retour d’information et contact\n\nSi vous ne parvenez pas à accéder à un contenu ou à un service, écrivez à ${name} pour être orienté vers une alternative accessible ou obtenir le contenu sous une autre forme.\n\n## Voies de recours\n\nSi vous n’obtenez pas de réponse satisfaisante, vous pouvez [écrire au Défenseur des droits](https://formulaire.defenseurdesdroits.fr/), ou contacter [son délégué dans votre région](https://www.defenseurdesdroits.fr/saisir/delegues).`,
    missing: ['le courriel à qui signaler une difficulté d’accès'],
  }),
  privacy: (_network, name) => ({
    body: `## Qui est responsable de vos données\n\n${name} est responsable des données personnelles recueillies par ce site.\n\n## Quelles données, et pourquoi\n\n- Les fiches de structures publiées dans l’annuaire, pour faire connaître leurs actions.\n- Les comptes des personnes qui se connectent (nom, courriel), pour leur ouvrir leurs dossiers.\n- Un journal technique des connexions, pour la sécurité du site.\n\nAucune donnée n’est vendue ni transmise à des fins publicitaires.\n\n## Traceurs\n\nCe site ne dépose aucun traceur publicitaire ni de mesure d’audience. Deux témoins sont nécessaires à son fonctionnement : celui de votre connexion et celui de la langue choisie.\n\n## Vos droits\n\nVous pouvez demander à consulter, corriger ou effacer les données qui vous concernent en écrivant à ${name}. Vous pouvez aussi adresser une réclamation à la [CNIL](https://www.cnil.fr/fr/plaintes).`,
    missing: [
      'le courriel où exercer ses droits, et celui de la personne déléguée à la protection des données',
      'les durées de conservation',
    ],
  }),
  networks: () => ({
    body: 'Un réseau régional multi-acteurs (RRMA) réunit, dans une région, les associations, collectivités, établissements d’enseignement, entreprises et personnes engagés dans la coopération et la solidarité internationales.\n\nIl **observe** qui agit, où et sur quoi ; il **anime** les échanges entre acteurs ; il **accompagne** les porteurs de projets, du premier conseil au financement ; il **informe** et sensibilise à la citoyenneté mondiale. Il ne représente pas ses membres : il les relie.',
    missing: [],
  }),
}

const EN: Record<TextKey, Write> = {
  home: (network, name) => ({
    body: `${name} connects and supports those who act internationally ${place(network, 'en')}: associations, local authorities, schools and universities, companies. Looking for a partner, preparing a project, wondering who is active near you? The team will answer.`,
    missing: [],
  }),
  team: (network, name) => ({
    body: [
      `${name} is ${form(network, 'en')}. ${contact(network, 'en')}`,
      network.antennas.length > 0
        ? `## Where to find us\n\n${network.antennas.map(({ city, department, main }) => `- ${city} (${departmentName(department)})${main ? ', main office' : ''}`).join('\n')}`
        : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    missing: ['the names and positions of the team', 'the postal address, telephone and e-mail'],
  }),
  legal: (network, name) => ({
    body: `## Publisher\n\nThis site is published by ${name}, ${form(network, 'en')}. ${contact(network, 'en')}\n\n## Contents\n\nDirectory entries are published with the consent of the organisations they present. To correct or remove one, write to ${name}.\n\n## Map\n\nOutlines of the départements: IGN, Admin Express.\n\n## Software\n\nThis site runs on Maillage, free software under the AGPL licence.`,
    missing: [
      'the registered address and SIREN number',
      'the name of the publication director',
      'the name and address of the host',
    ],
  }),
  accessibility: (_network, name) => ({
    body: `${name} is committed to making this site accessible, under article 47 of French law no. 2005-102 of 11 February 2005.\n\n## Compliance status\n\nThis site has not yet been audited against the French accessibility standard (RGAA). It is designed to be read with a keyboard, a screen reader, on a telephone and without JavaScript.\n\n## Feedback and contact\n\nIf you cannot reach a content or a service, write to ${name} to be directed to an accessible alternative or to receive the content in another form.\n\n## Remedies\n\nIf you receive no satisfactory answer, you may [write to the Defender of Rights](https://formulaire.defenseurdesdroits.fr/).`,
    missing: ['the e-mail address for reporting an access difficulty'],
  }),
  privacy: (_network, name) => ({
    body: `## Who is responsible for your data\n\n${name} is responsible for the personal data collected by this site.\n\n## Which data, and why\n\n- Directory entries of organisations, to make their work known.\n- Accounts of those who sign in (name, e-mail), to open their files to them.\n- A technical log of connections, for the security of the site.\n\nNo data is sold or passed on for advertising.\n\n## Cookies\n\nThis site sets no advertising or audience-measurement cookie. Two are needed for it to work: the one of your session and the one of the language you chose.\n\n## Your rights\n\nYou may ask to see, correct or erase the data about you by writing to ${name}. You may also complain to the [CNIL](https://www.cnil.fr/en).`,
    missing: [
      'the e-mail address for exercising rights, and that of the data protection officer',
      'the retention periods',
    ],
  }),
  networks: () => ({
    body: 'A regional multi-actor network (RRMA) brings together, within one region, the associations, local authorities, schools and universities, companies and people engaged in international cooperation and solidarity.\n\nIt **observes** who acts, where and on what; it **animates** exchanges between actors; it **supports** project leaders, from first advice to funding; it **informs** and raises awareness of global citizenship. It does not represent its members: it connects them.',
    missing: [],
  }),
}

/** What a page says until its network writes it. */
export function defaultText(network: Network, key: TextKey, locale: Locale, now: Date): DefaultText {
  const name = currentName(network, now)
  const write = { fr: FR, en: EN }[locale][key]
  if (network.kind !== 'conference') return write(network, name)
  // A conference takes its article, as a common noun does: « écrivez à la Conférence… ».
  const article = { fr: 'la', en: 'the' }[locale]
  const { body, missing } = write(network, `${article} ${name}`)
  const begins = new RegExp(`(^|\\n|[.!?] )${article} (?=${name})`, 'g')
  const capital = article[0]!.toUpperCase() + article.slice(1)
  return { body: body.replace(begins, `$1${capital} `), missing }
}
