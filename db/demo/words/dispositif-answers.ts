/** What a holder writes, by the key of the field; whatever is not here takes one of the plain sentences. */
export const WRITTEN: Record<string, string[]> = {
  summary: [
    'Un groupe de jeunes et ses animateurs préparent pendant plusieurs mois une action avec un partenaire, puis la racontent à ceux qui les entourent.',
    'L’association réunit des jeunes qui ne se connaissaient pas autour d’une question qui les concerne, ici comme ailleurs, et leur donne les moyens d’y répondre ensemble.',
    'Rencontrer, comprendre, agir, raconter : quatre temps sur une année, avec des intervenants du territoire et un partenaire fidèle.',
  ],
  story: [
    'Trois rencontres de préparation avec le groupe, puis les ateliers, un temps fort ouvert aux familles et une séance de bilan où les jeunes décident de la suite.',
    'D’abord une enquête menée par les jeunes, ensuite la création avec deux intervenants, enfin une restitution publique dans la salle municipale.',
  ],
  role: [
    'Les jeunes ont choisi le sujet, répartissent les tâches et animent eux-mêmes la restitution. Deux d’entre eux suivent le budget avec la trésorière.',
    'Un comité de six jeunes prépare chaque étape ; les adultes conseillent et sécurisent.',
  ],
  need: [
    'La demande vient du partenaire, qui l’a exprimée lors d’une visite il y a deux ans. Les échanges réguliers depuis ont permis d’en préciser la forme.',
    'Plusieurs familles et l’équipe éducative ont fait remonter le même besoin ; une visite et une enquête l’ont confirmé.',
  ],
  action: [
    'Les deux groupes travaillent ensemble chaque matin, encadrés par un artisan du village. L’entretien est confié à l’association locale, qui a été formée pour cela.',
  ],
  exchange: [
    'Des visioconférences mensuelles avant le séjour, des équipes mixtes sur place, des soirées animées à tour de rôle, et une correspondance après le retour.',
  ],
  prepared: [
    'Six week-ends de préparation : connaissance du pays, interculturel, premiers secours, vie de groupe.',
  ],
  safety: [
    'Consultation des conseils aux voyageurs, inscription sur Ariane, assurance rapatriement, trousse de secours et personne joignable jour et nuit.',
  ],
  feedback: ['Une exposition, une soirée avec les familles et un passage dans deux collèges voisins.'],
  answer: ['Former une équipe sur place, équiper un lieu déjà existant et accompagner la première année.'],
  people: ['Pour une centaine de familles du quartier, avec leur association et la commune.'],
  joint_roles: ['L’une conduit le projet ici et suit le budget, l’autre apporte son métier et son partenaire.'],
  team: ['Deux personnes : la chargée de projet et un administrateur, qui suivra les ateliers.'],
  origin: ['Par un courrier du partenaire, après une première rencontre organisée par le réseau.'],
  known_told: ['Une visite de dix jours, des rencontres avec la commune et deux associations.'],
  questions: ['Qui utiliserait le lieu ? Qui l’entretiendrait ? À quel coût ? Sans réponse, nous renoncerions.'],
  method: ['Une quarantaine d’entretiens, deux réunions publiques et la lecture des études déjà faites.'],
  mission_team: ['Une chargée de projet et un bénévole qui connaît la région ; zone sans restriction.'],
  follow_up: ['Si l’étude est favorable, un projet de deux ans serait écrit avec le partenaire.'],
  association_role: ['L’association anime les séances, apporte ses outils et met en relation avec un partenaire.'],
  teachers: ['Histoire-géographie, lettres et documentation ; la conseillère principale d’éducation suit le projet.'],
  steps: ['Automne : découverte du sujet. Hiver : enquête et création. Printemps : restitution aux familles.'],
  restitution: ['Fin mai, devant les autres classes et les familles, sous forme d’exposition animée par les élèves.'],
  guidance: ['Le centre social et la mission locale ont proposé le projet ; les jeunes restent suivis après.'],
  neighbourhoods: ['Deux quartiers voisins du siège'],
  minors_care: ['Autorisations parentales, deux animatrices diplômées, accueil déclaré.'],
} // biome-ignore format: a list to read

export const PLAIN = ['L’équipe en parlera volontiers de vive voix.', 'Voir le résumé du projet.']

/** Why a move was made, where somebody will ask. */
export const REASONS: Record<string, string[]> = {
  to_correct: [
    'Le budget n’indique pas les cofinancements acquis : merci de les préciser.',
    'Les dates du séjour ne laissent pas dix jours d’action : merci de les revoir.',
  ],
  ineligible: [
    'L’action s’adresse aux administrateurs de l’association et non à des jeunes.',
    'Le projet est un séjour de découverte : la part d’action de solidarité manque.',
  ],
  refused: [
    'La place des jeunes dans la conception n’apparaît pas.',
    'Le partenaire n’est pas encore associé à la réflexion.',
    'Bon projet, mais l’enveloppe ne permettait pas de le retenir.',
    'Le budget repose sur un seul financeur, qui n’a pas répondu.',
    'La dimension internationale reste à construire.',
  ],
  unfavourable: ['Avis défavorable : projet trop peu avancé.', 'Avis défavorable.'],
  favourable: [
    'Avis favorable.',
    'Avis favorable, avec félicitations pour la préparation.',
    'Avis favorable avec réserves : revoir l’encadrement.',
  ],
}

export const WAIVED = 'Report accepté par le financeur, qui l’a confirmé par courrier.'
