import type { PageCase } from './pages.ts'

const person = { name: 'Intrus', email: 'intrus@essai.example', version: '1' }
const sitting = {
  name: 'Intrus',
  startsAt: '2026-12-01T10:00',
  quorum: '1',
  sessions: ':session',
  version: '1',
}

/** Where the team has files read and juries sit, and where those who do come in. */
export const DISPOSITIF_JURY: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/vivier': { queries: ['', '?vue=anciens'] },
  '/:network/bureau/dispositifs/vivier/nouveau': { posts: [{}, person] },
  '/:network/bureau/dispositifs/vivier/:instructor': { posts: [{}, person, { intent: 'retirer' }] },
  '/:network/bureau/dispositifs/sessions/:session/instruction': {
    posts: [
      {},
      { intent: 'regler', readers: '2', dueOn: '' },
      { intent: 'choisir', instructeur: ':instructor' },
      { intent: 'remplacer', de: ':instructor', par: ':instructor' },
      {
        intent: 'trancher',
        dossier: ':dossier',
        instructeur: ':instructor',
        sens: 'ecarter',
        motif: 'Intrus',
      },
      { intent: 'terminer' },
    ],
  },
  '/:network/bureau/dispositifs/dossiers/:id/instruction': {
    posts: [
      {},
      { intent: 'confier', instructeur: ':instructor' },
      { intent: 'reprendre', instructeur: ':instructor', motif: 'Intrus' },
      {
        ...{
          intent: 'solliciter',
          name: 'Intrus',
          email: 'intrus@essai.example',
          question: 'Intrus',
          dueOn: '',
        },
        sections: 'one',
      },
      { intent: 'annuler', expertise: ':expert' },
      { intent: 'lever', reserve: ':condition', version: '1', note: '' },
    ],
  },
  '/:network/bureau/dispositifs/jurys': {},
  '/:network/bureau/dispositifs/jurys/nouveau': { posts: [{}, sitting] },
  '/:network/bureau/dispositifs/jurys/:sitting': {
    queries: ['', '?page=2'],
    posts: [
      {},
      { intent: 'remplir' },
      { intent: 'monter', point: ':item' },
      { intent: 'oter', point: ':item' },
      { intent: 'appel', membre: ':member', presence: 'present', par: '' },
    ],
  },
  '/:network/bureau/dispositifs/jurys/:sitting/modifier': { posts: [{}, sitting] },
  '/:network/bureau/dispositifs/jurys/:sitting/points/:item': {
    posts: [{}, { opinion: 'favourable', version: '1' }, { intent: 'rouvrir', motif: 'Intrus' }],
  },
  '/:network/bureau/dispositifs/jurys/:sitting/pv': { posts: [{}, { signedAs: 'Intrus' }] },
  '/:network/bureau/dispositifs/jurys/:sitting/projet-pv.pdf': {},
  '/:network/bureau/dispositifs/jurys/:sitting/projet-pv.docx': {},
  '/:network/espace/instruction': {},
  '/:network/espace/instruction/sessions/:session/liens': { posts: [{}, { none: 'oui' }] },
  '/:network/espace/instruction/dossiers/:dossier': {
    posts: [
      {},
      { intent: 'deporter' },
      { intent: 'rendre', motif: 'Intrus' },
      { intent: 'remettre', opinion: 'favourable', version: '0' },
    ],
  },
  '/:network/espace/instruction/jurys/:sitting': {},
  '/:network/espace/instruction/dossiers.pdf': {},
  '/:network/espace/instruction/calendrier.ics': {},
  '/:network/agenda/:token/instruction.ics': {},
  '/:network/avis/:token': { posts: [{}, { answer: 'Intrus' }] },
}
