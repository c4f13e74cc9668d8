import type { PageCase } from './pages.ts'
import { WORD } from './target.ts'

const dispositif = { code: 'INT', name: 'Intrus', intake: 'here', version: '1' }
const session = {
  ...{ name: 'Intruse', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-02-05T08:00' },
  ...{ timeZone: 'Europe/Paris', jury: 'simple', retentionMonths: '60', version: '1' },
}

/** Where the team keeps its dispositifs, their sessions and their dossiers. */
export const DISPOSITIF_DESK: Record<string, PageCase> = {
  '/:network/bureau/dispositifs': {},
  '/:network/bureau/dispositifs/nouveau': {
    queries: ['?modele=jsi', '?modele='],
    posts: [{}, dispositif],
  },
  '/:network/bureau/dispositifs/:id': {
    posts: [
      {},
      { intent: 'archiver' },
      { intent: 'reprendre' },
      { intent: 'publier', version: '1' },
      { intent: 'retirer', version: '1' },
    ],
  },
  '/:network/bureau/dispositifs/:id/modifier': { posts: [{}, dispositif] },
  '/:network/bureau/dispositifs/:id/sessions/nouvelle': { posts: [{}, session] },
  '/:network/bureau/dispositifs/sessions/:session': {
    queries: ['', `?q=${WORD}`, '?etat=draft&suivi=none&tri=-title'],
    posts: [{}, { intent: 'publier', version: '1' }, { intent: 'retirer', version: '1' }],
  },
  '/:network/bureau/dispositifs/communes': {
    queries: ['', '?cle=1.a'],
    posts: [{}, { cle: '1.a', dispositif: ':dispositif' }],
  },
  '/:network/bureau/dispositifs/sessions/:session/commune': {
    posts: [{}, { intent: 'partager' }, { intent: 'seul' }, { intent: 'reprendre' }],
  },
  '/:network/bureau/dispositifs/sessions/:session/modifier': { posts: [{}, session] },
  '/:network/bureau/dispositifs/sessions/:session/saisir': {
    posts: [{}, { holders: ':id', deposited: 'oui' }],
  },
  '/:network/bureau/dispositifs/dossiers/:id/modifier': { posts: [{}, { holders: ':id', version: '1' }] },
  '/:network/bureau/dispositifs/dossiers/:id': {
    posts: [
      {},
      { intent: 'avancer', de: 'draft', vers: 'submitted' },
      { intent: 'ecarter', regle: 'ages', motif: 'Parce que' },
      { intent: 'reprendre', regle: 'ages' },
    ],
  },
  '/:network/bureau/dispositifs/dossiers/:id/echanges': {
    posts: [{}, { texte: 'Intrus' }, { intent: 'reprendre', message: ':dossierMessage' }],
  },
  '/:network/bureau/dispositifs/dossiers/:id/rapprocher': {
    posts: [
      {},
      { intent: 'fusionner', autre: ':dossier', motif: 'Parce que' },
      { intent: 'transferer', session: ':session', motif: 'Parce que' },
    ],
  },
}
