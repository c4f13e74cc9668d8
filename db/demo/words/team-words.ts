/** What a team writes for itself about its records. */
export const NOTES = [
  'Rencontrée au forum des associations : cherche un partenaire pour un chantier de jeunes.',
  'Le bureau vient de changer ; rappeler en janvier pour la passation.',
  'Préfère être jointe le mercredi.',
  'Très bon témoignage possible pour la semaine des solidarités.',
  'Trésorerie fragile cette année, prudence avant de proposer une avance.',
  'A accueilli deux volontaires ; le retour est excellent.',
  'Souhaite rejoindre le groupe « eau et assainissement ».',
  'Le siège va déménager : vérifier l’adresse au printemps.',
  'Prête une salle pour nos réunions.',
  'Demande à ne plus recevoir la lettre sur papier.',
] as const

export const TASKS = [
  'Rappeler pour le dossier de subvention',
  'Envoyer le guide du volontariat',
  'Vérifier le numéro RNA',
  'Proposer une date de rencontre',
  'Relire leur page avant publication',
  'Demander le bilan de l’année',
  'Mettre en relation avec une structure du même pays',
  'Inviter à la rencontre départementale',
] as const

/** A tag, its colour, and out of how many organisations one has it. */
export const TAGS = [
  ['À rencontrer', 'ochre', 40],
  ['Groupe eau et assainissement', 'blue', 30],
  ['Jeunes et mobilité', 'green', 25],
  ['Intervenante en milieu scolaire', 'violet', 28],
  ['Témoigne volontiers', 'grey', 55],
  ['Prête une salle', 'grey', 120],
  ['Partenaire de la semaine des solidarités', 'red', 35],
] as const

/** A filter the team keeps under a name; the first words of its address. */
export const SEGMENTS = [
  ['Associations sans e-mail', 'type=association&email=sans'],
  ['Collectivités qui agissent en Afrique de l’Ouest', 'type=local_authority&pays=SN&pays=ML&pays=BF&pays=TG&pays=BJ'],
  ['Pages publiées à vérifier', 'annuaire=publiee&verifier=1'],
  ['Éducation à la citoyenneté, hors annuaire', 'secteur=education&annuaire=privee'],
] as const // biome-ignore format: a table to read

export const EXPERTISE = [
  ['eau', 'Eau potable'],
  ['dechets', 'Déchets'],
  ['energie', 'Énergie'],
  ['urbanisme', 'Urbanisme'],
  ['etat_civil', 'État civil'],
  ['culture', 'Culture et patrimoine'],
] as const

export const SERVICES = [
  ['regie', 'En régie'],
  ['delegation', 'En délégation'],
  ['syndicat', 'Par un syndicat'],
] as const
