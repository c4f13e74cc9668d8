import { BINDING } from '#packages/referentials/text.ts'
import type { Channel, Kind } from './act.ts'

const byWord = <Value extends string>(said: Record<Value, string>): Record<string, Value> =>
  Object.assign(
    Object.create(null),
    ...Object.entries<string>(said).map(([value, words]) =>
      Object.fromEntries(words.split(' ').map((word) => [word, value])),
    ),
  )

/** Words, folded, by which people say how it happened. */
export const CHANNEL_WORDS = byWord<Channel>({
  visit: 'visite visit deplacement terrain',
  phone: 'tel telephone appel phone call tél.',
  video: 'visio visioconference video teams zoom meet',
  mail: 'mail mails courriel courriels email e-mail',
  office: 'bureau rdv rendez-vous locaux office permanence',
})

/** Words, folded, that say what kind of support it was; they stay in the topic. */
export const KIND_WORDS = byWord<Kind>({
  structuring:
    'statut statuts structuration gouvernance ag ca bureau-ca association-creation creation reglement',
  funding:
    'budget budgets financement financements financeur financeurs subvention subventions fonds aap dossier bailleur bailleurs mecenat cofinancement funding grant',
  communication: 'communication site presse affiche reseaux-sociaux plaquette video-promo logo newsletter',
  orientation: 'orientation information informations renseignement renseignements conseil reorientation',
  partners: 'partenaire partenaires partenariat partenariats mise-en-relation partners',
  listing: 'referencement annuaire fiche inscription listing',
  events: 'evenement evenements evenementiel festisol salon forum expo exposition event',
  dynamics: 'dynamique dynamiques collectif collectifs groupe groupe-pays reseau',
  awareness: 'sensibilisation elus awareness',
  framework: 'cadre convention deliberation juridique framework',
  strategy: 'strategie strategique diagnostic strategy',
  criteria: 'criteres critere criteria',
  anchoring: 'ancrage territoire anchoring',
})

/** Words that bind others. */
export const LINK_WORDS = new Set([...BINDING, ...'avec chez par sur un une with for the on'.split(' ')])
