import type { Kind } from '#server/support/act/act.ts'

export const TOPICS: Record<Kind, string[]> = {
  structuring: ['Statuts et gouvernance', 'Création de l’association', 'Règlement intérieur', 'Recrutement d’un premier salarié'],
  funding: ['Budget prévisionnel', 'Dossier microprojet', 'Recherche de cofinanceurs', 'Réponse à l’appel à projets régional', 'Compte rendu financier', 'Mécénat d’entreprise'],
  communication: ['Site de l’association', 'Plaquette de présentation', 'Restitution publique du projet'],
  orientation: ['Premier contact, projet à clarifier', 'Vers quel dispositif se tourner', 'Contexte du pays', 'Départ de volontaires'],
  partners: ['Recherche d’un partenaire local', 'Convention avec le partenaire', 'Mise en relation avec un lycée'],
  listing: ['Fiche de l’annuaire', 'Publication des projets'],
  events: ['Festival des solidarités', 'Stand au forum des associations', 'Soirée de restitution'],
  dynamics: ['Groupe pays', 'Collectif local à relancer'],
  awareness: ['Réunion avec les élus', 'Présentation de l’action extérieure aux services'],
  framework: ['Projet de délibération', 'Convention de coopération', 'Cadre juridique de l’aide'],
  strategy: ['Diagnostic des partenariats', 'Feuille de route internationale', 'Bilan du jumelage'],
  criteria: ['Critères d’un appel à projets local', 'Grille de sélection des projets'],
  anchoring: ['Acteurs du territoire à réunir', 'Associer les établissements scolaires', 'Partenaires économiques du territoire'],
} // biome-ignore format: a list to read

export const AGREED = [
  'L’association reprend son budget avec le modèle envoyé, puis nous le relisons ensemble.',
  'Nous transmettons deux contacts de structures qui travaillent dans le même pays.',
  'Une seconde séance est prévue une fois le conseil d’administration consulté.',
  'La structure complète sa fiche et nous envoie une photo du projet.',
  'Nous relisons le dossier une semaine avant la date limite.',
]

export const NEXT_STEPS = [
  'Relire le budget',
  'Envoyer le modèle de convention',
  'Transmettre les contacts promis',
  'Rappeler après le conseil d’administration',
  'Relire le dossier avant dépôt',
  'Prévoir une seconde séance',
]
