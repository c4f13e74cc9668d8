import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { inject } from 'vitest'
import { builtPages } from '#server/http/pages.ts'
import { form } from '#tests/support/http.ts'
import { ACCOMPANY } from './accompany-pages.ts'
import { DISPOSITIF_DESK } from './dispositif-desk-pages.ts'
import { DISPOSITIF_FIGURES } from './dispositif-figures-pages.ts'
import { DISPOSITIF_FOLLOW_UP } from './dispositif-follow-pages.ts'
import { DISPOSITIF_FORMS } from './dispositif-form-pages.ts'
import { DISPOSITIF_HOLDERS } from './dispositif-holder-pages.ts'
import { DISPOSITIF_JURY } from './dispositif-jury-pages.ts'
import { DISPOSITIFS } from './dispositif-pages.ts'
import { DISPOSITIF_PAPERS } from './dispositif-papers-pages.ts'
import { PROJECTS } from './project-pages.ts'
import { type Ask, placed, type Target, WORD } from './target.ts'
import { TEAM } from './team-pages.ts'

type Fields = Record<string, string | string[]>
export type PageCase = { queries?: string[]; posts?: Fields[] }

const record = { name: 'Intrus', type: 'association', commune: 'Niort (79000)', version: '1' }
const NIL = '00000000-0000-7000-8000-000000000000'
const SEARCHES = ['', `?q=${WORD}`]

/** What each page is asked and sent; every one is also sent an empty form. One that is not here fails the suite. */
export const PAGES: Record<string, PageCase> = {
  '/': {},
  '/annuaire': { queries: SEARCHES },
  '/connexion': {},
  '/connexion/lien': {},
  '/connexion/lien/:token': {},
  '/connexion/oubli': {},
  '/connexion/oubli/:token': {},
  '/compte': {},
  '/compte/mot-de-passe': {},
  '/compte/adresse': {},
  '/compte/adresse/:token': {},
  '/compte/sessions': {},
  '/compte/agendas': { posts: [{}, { intent: 'creer', network: 'gescod' }] },
  '/compte/cles': { posts: [{}, { intent: 'retirer', key: 'x' }] },
  '/connexion/fournisseur': {},
  '/connexion/fournisseur/retour': { queries: ['', '?state=x&code=y'] },
  '/compte/cles/question': {},
  '/connexion/cle/question': {},
  '/connexion/cle': { posts: [{}, { intent: 'code', code: 'AAAA' }] },
  '/mentions-legales': {},
  '/accessibilite': {},
  '/confidentialite': {},
  '/contours/:map': {},
  '/annuaire/statistiques': {},
  '/:network/annuaire/statistiques': {},
  '/:network/annuaire/imprimer': { queries: SEARCHES },
  '/sitemap.xml': {},
  '/robots.txt': {},
  '/glossaire': {},
  '/dev/ui': { queries: ['', '?tri=-city&q=a'], posts: [{}, { intent: 'supprimer' }] },
  '/compte/langue': {},
  // Sent by a visitor it would sign them out; it knows no network.
  '/compte/deconnexion': { posts: [] },
  '/dev/outbox': {},
  '/dev/outbox/:mail': {},
  '/dev/outbox/:mail/message': {},
  '/:network': {},
  '/:network/annuaire': { queries: SEARCHES },
  '/annuaire/points': { queries: [`?bbox=-5,41,10,51&z=5&q=${WORD}`] },
  '/:network/annuaire/points': { queries: ['?bbox=-5,41,10,51&z=9', `?bbox=-5,41,10,51&z=5&q=${WORD}`] },
  '/:network/carte': { queries: SEARCHES },
  '/embed/cadre.js': {},
  '/:network/bureau/integrer': { posts: [{}, { sites: 'https://intrus.exemple.org' }] },
  '/:network/embed/annuaire': { queries: [...SEARCHES, '?couleur=004400&libre=non'] },
  '/:network/embed/carte': { queries: SEARCHES },
  '/:network/annuaire/:slug': {},
  '/:network/annuaire/inscription': { posts: [{}, { name: 'Intrus', type: 'association' }] },
  '/:network/confirmer/:token': {},
  '/:network/verifier/:token': {},
  '/:network/verifier/:token/corriger': { posts: [{}, { name: 'Intrus' }] },
  '/:network/verifier/:token/arreter': {},
  '/:network/annuaire/:slug/message': {
    posts: [{}, { name: 'Intrus', email: 'intrus@essai.example', subject: 'Intrus', body: 'Intrus' }],
  },
  '/:network/annuaire/:slug/correction': { posts: [{}, { text: 'Intrus' }] },
  '/:network/espace/structures/:id/messages': {},
  '/:network/bureau/messages': {},
  '/:network/bureau/messages/:message': {
    posts: [{}, { intent: 'envoyer' }, { intent: 'transmis' }, { intent: 'attente' }],
  },
  '/:network/bureau/structures/:id/verifier': {},
  '/:network/bureau/fraicheur': { queries: ['', '?quelles=never&page=2'] },
  '/:network/bureau/fraicheur/campagnes/nouvelle': {
    posts: [{}, { id: NIL, set: 'all', subject: 'Intrus', body: 'Intrus', intent: 'envoyer' }],
  },
  '/:network/bureau/fraicheur/campagnes/:campaign': { posts: [{}, { intent: 'relancer' }] },
  '/:network/espace/structures/:id/equipe': {
    posts: [{}, { name: 'Intrus', email: 'intrus@essai.example' }],
  },
  '/:network/bureau/inscriptions/:registration': {
    posts: [
      {},
      { intent: 'creer' },
      { intent: 'rattacher', fiche: ':id' },
      { intent: 'refuser', reason: 'Non' },
    ],
  },
  // Whoever has an account may ask to represent a listed organisation; only an empty request is sent here.
  '/:network/annuaire/:slug/representer': {},
  '/:network/invitation/:token': { posts: [{}, { intent: 'nouveau', name: 'Intrus' }] },
  '/:network/espace/notifications': { posts: [{}, { intent: 'tout' }] },
  '/:network/espace/notifications/choix': { posts: [{}, { app: 'kernel.bounced' }] },
  '/:network/espace/notifications/:notice': {},
  '/:network/desabonnement/:token': {},
  '/:network/equipe': {},
  '/:network/mentions-legales': {},
  '/:network/accessibilite': {},
  '/:network/confidentialite': {},
  '/:network/sitemap.xml': {},
  '/:network/annuaire/flux.xml': {},
  '/:network/annuaire/flux.json': {},
  '/:network/bureau/annuaire-national': {
    posts: [{ intent: 'same', network: 'gescod', ours: ':id', theirs: ':other' }],
  },
  '/:network/robots.txt': {},
  '/:network/partage.png': {},
  '/:network/bureau/site': { posts: [{}, { intent: 'couleur', couleur: '#004400' }] },
  '/:network/bureau/site/textes/:text': { posts: [{}, { intent: 'publier', body: 'Intrus' }] },
  '/:network/espace': {},
  '/:network/espace/structures/:id': { posts: [{}, { intent: 'verifier' }] },
  '/:network/espace/structures/:id/modifier': { posts: [{}, { name: 'Intrus', intent: 'envoyer' }] },
  '/:network/espace/structures/:id/apercu': { posts: [{}, { intent: 'envoyer' }] },
  '/:network/espace/structures/:id/choix': { posts: [{}, { choix: 'contactable' }] },
  '/:network/bureau': {},
  '/communes': { queries: ['?q=Niort'] },
  '/:network/bureau/structures': {
    queries: [...SEARCHES, '?type=association', '?verifier=1&annuaire=publiee'],
  },
  '/:network/bureau/structures/nouvelle': { posts: [{}, record] },
  '/:network/bureau/structures/:id': {
    queries: ['', '?histoire=notes&page=2'],
    posts: [
      {},
      { intent: 'publier' },
      { intent: 'retirer' },
      { intent: 'noter', texte: 'Intrus' },
      { intent: 'supprimer_note', note: ':note' },
      { intent: 'ajouter_tache', titre: 'Intrus', echeance: '', pour: '' },
      { intent: 'etiqueter', etiquette: 'Intrus' },
      { intent: 'suivre', suivi: '' },
    ],
  },
  '/:network/bureau/structures/:id/modifier': { posts: [{}, record, { ...record, version: '7' }] },
  '/:network/bureau/structures/:id/pieces': {},
  '/:network/bureau/structures/:id/personnes': {
    posts: [{}, { intent: 'ajouter', nom: 'Intrus' }, { intent: 'terminer', poste: ':position' }],
  },
  '/:network/bureau/personnes': { queries: [...SEARCHES, '?qualite=elected&contact=never'] },
  '/:network/bureau/personnes/nouvelle': {
    queries: ['', `?structure=:id&nom=Intrus`],
    posts: [{}, { familyName: 'Intrus' }],
  },
  '/:network/bureau/personnes/:id': {
    posts: [{}, { intent: 'contact' }, { intent: 'effacer' }, { intent: 'terminer', poste: ':position' }],
  },
  '/:network/bureau/personnes/:id/modifier': { posts: [{}, { familyName: 'Intrus', version: '1' }] },
  '/:network/bureau/a-faire': {
    queries: ['', '?qui=tous'],
    posts: [{}, { intent: 'faire', structure: ':id', tache: ':task' }],
  },
  '/:network/bureau/etiquettes': {
    posts: [
      {},
      { intent: 'creer', nom: 'Intrus', couleur: 'red' },
      { intent: 'changer', etiquette: ':tag', nom: 'Intrus', couleur: 'red' },
      { intent: 'fusionner', etiquette: ':tag', vers: ':otherTag' },
      { intent: 'supprimer', etiquette: ':tag' },
    ],
  },
  '/:network/bureau/champs': {
    posts: [
      {},
      { intent: 'creer', nom: 'Intrus', type: 'text' },
      { intent: 'changer', champ: ':field', nom: 'Intrus', type: 'text' },
      { intent: 'ranger', champ: ':field' },
    ],
  },
  '/:network/bureau/lots': { queries: ['', '?page=2'] },
  '/:network/bureau/lots/:batch': { posts: [{}, { intent: 'annuler' }] },
  '/:network/bureau/doublons': {
    queries: ['', '?vue=ecartes', `?q=${WORD}&certitude=likely`],
    posts: [{}, { intent: 'chercher' }, { intent: 'distinctes', a: ':id', b: ':other' }],
  },
  '/:network/bureau/doublons/fusions': { posts: [{}, { fusion: ':merge' }] },
  '/:network/bureau/doublons/:id/:other': {
    posts: [{}, { intent: 'distinctes' }, { intent: 'fusionner', garder: 'left', v_left: '1', v_right: '1' }],
  },
  '/:network/bureau/demandes-de-listes': {},
  '/:network/bureau/demandes-de-listes/nouvelle': {
    queries: ['', '?objet=people', '?objet=projects', '?objet=acts', '?objet=tasks&qui=tous'],
    posts: [{}, { but: 'Sans droit' }],
  },
  '/:network/bureau/demandes-de-listes/:list': {},
  '/:network/bureau/structures/agir': {
    queries: ['', '?tout=1', `?fiche=:id&acte=publish`, '?tout=1&acte=sector&valeur=water'],
    posts: [{}, { intent: 'confirmer' }],
  },
  '/:network/bureau/structures/segments': {
    posts: [
      {},
      { intent: 'enregistrer', nom: 'Intrus', filtre: 'type=association' },
      { intent: 'enregistrer', segment: ':segment', filtre: 'type=association' },
      { intent: 'changer', segment: ':segment', nom: 'Intrus' },
      { intent: 'supprimer', segment: ':segment' },
    ],
  },
  '/:network/bureau/imports': {},
  '/:network/bureau/imports/modele': { queries: ['', '?format=csv'] },
  '/:network/bureau/imports/correspondances': { posts: [{}, { retirer: ':matching' }] },
  '/:network/bureau/imports/correspondances/:matching': {},
  '/:network/bureau/imports/:import': {
    posts: [{}, { intent: 'confirmer' }, { intent: 'defaire' }, { intent: 'oublier' }],
  },
  '/:network/bureau/imports/:import/colonnes': { posts: [{}, { champ: ['name'] }] },
  '/:network/bureau/imports/:import/valeurs': {},
  '/:network/bureau/imports/:import/lignes': {
    queries: ['', '?resultat=like'],
    posts: [{}, { intent: 'tout_creer' }],
  },
  '/:network/bureau/imports/:import/refusees': {},
  '/:network/bureau/structures/:id/fusionnees': {},
  '/:network/bureau/structures/:id/representants': {},
  '/:network/bureau/chiffres': { queries: ['', '?au=2025-12-31'] },
  '/:network/bureau/chiffres/:figure': {},
  '/:network/bureau/structures/proches': { queries: ['', `?name=${WORD}`] },
  '/:network/bureau/structures/suggestions': { queries: ['', `?q=${WORD}`] },
  ...ACCOMPANY,
  ...DISPOSITIFS,
  ...DISPOSITIF_DESK,
  ...DISPOSITIF_FORMS,
  ...DISPOSITIF_HOLDERS,
  ...DISPOSITIF_FIGURES,
  ...DISPOSITIF_FOLLOW_UP,
  ...DISPOSITIF_JURY,
  ...DISPOSITIF_PAPERS,
  ...PROJECTS,
  ...TEAM,
  '/:network/fichiers/:file': {},
  '/*': {},
}

export type PagePattern = { pattern: string; routes: string[] }

/** Every address of the built pages, with the routes that answer there. */
export async function pagePatterns(): Promise<PagePattern[]> {
  const { clientDir } = builtPages(inject('pages'))
  const path = join(dirname(clientDir), 'server', 'index.js')
  const { routes }: ServerBuild = await import(pathToFileURL(path).href)
  const byPattern = new Map<string, string[]>()
  const pathOf = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : routes[id]
    return route ? [...pathOf(route.parentId), ...(route.path ? [route.path] : [])] : []
  }
  for (const route of Object.values(routes)) {
    if (!route || (!route.path && !route.index)) continue
    const pattern = `/${pathOf(route.id).join('/')}`
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), route.id])
  }
  return [...byPattern].map(([pattern, ids]) => ({ pattern, routes: ids }))
}

export function pageAsks(patterns: PagePattern[], target: Target): Ask[] {
  return patterns.flatMap(({ pattern, routes }) => {
    const { queries = [''], posts = [{}] } = PAGES[pattern] ?? { queries: [], posts: [] }
    const path = placed(pattern, target).replace('*', `${target.network}/nulle-part/${target.slug}`)
    const data = path === '/' ? '/_root.data' : `${path}.data`
    // A page's data may be asked one route at a time: no layout then stands before it.
    const only = routes.map((id) => `${data}?_routes=${encodeURIComponent(id)}`)
    const asked = queries.map((query) => placed(query, target))
    const reads = [...asked.flatMap((query) => [path + query, data + query]), ...only]
    return [
      ...reads.map((address): Ask => ({ label: `GET ${address}`, path: address })),
      ...posts.flatMap((fields) => [path, data].map((address) => sending(address, filled(fields, target)))),
    ]
  })
}

/** A field that is `:person` sends the id of that row. */
const filled = (fields: Fields, target: Target): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith(':') ? placed(value, target) : value,
    ]),
  )

function sending(path: string, fields: Fields): Ask {
  const body = form(fields)
  return { label: `POST ${path} ${body}`, path, init: { method: 'POST', body } }
}
