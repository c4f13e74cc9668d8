export const COLLEAGUE = 'Noa Démo (SO Coopération)'

export const CORRECTION =
  'Le comité a besoin de mieux comprendre : racontez une journée, et dites qui fait quoi avec le partenaire.'

export const REPORTED =
  'L’action s’est déroulée comme prévu, avec une semaine de retard. Les groupes ont préparé ensemble chaque étape, et la restitution a réuni les familles et la mairie.\nLe transport a coûté un peu plus que prévu ; l’association a payé la différence. La suite se prépare avec le partenaire.'
