/** Invented national organisations, present in several networks. */
export const NATIONAL_NGOS =
  'Agronomes Solidaires|Médecins des Deux Rives|Eau Partagée|Écoles du Fleuve|Enfance et Horizons|Puits sans Frontières|Terre d’Alliance|Solidarité Sahel France|Les Amis du Mékong|Horizons Méditerranée|Ingénieurs du Partage|Vétérinaires Solidaires|Architectes de l’Essentiel|Santé Villages|Collectif Haïti Avenir|Madagascar en Partage|Volontaires des Suds|Forêts Communes|Pain et Justice|Semences Libres|Action Rurale Internationale|Électriciens Solidaires|Bibliothèques Voyageuses|Sport et Partage International|Droits des Femmes Ici et Là-bas|Jeunesses Croisées|Culture Passerelle|Habitat Terre Crue|Accueil et Refuge|Commerce Juste|Micro-Crédit Solidaire|Orthophonistes en Mission|Ophtalmologistes Solidaires|Chirurgie Espoir|Dentistes du Bout du Monde|Parrains du Népal|Cambodge Avenir|Viêt Nam Transmission|Palestine Éducation|Liban Solidarité France|Ukraine Fraternité|Roumanie Échanges|Maghreb Rencontres|Comores Développement|Sénégal Coopération|Bénin Partenaires|Burkina Fraternité|Mali Échanges|Togo Alliance|Cameroun Développement|Énergies Villages|Climat et Territoires|Mangroves Vivantes|Eaux et Communes|Assainir Ensemble|Recycler le Monde|Artisans d’Échange|Finance Solidaire Sud|Radios Rurales|Presse Sans Rives|Théâtres du Monde|Musiques en Partage|Patrimoines Vivants|Volontariat et Citoyenneté|Chantiers Internationaux de Jeunes|Scouts Bâtisseurs|Retraités Experts Solidaires|Pompiers du Monde Solidaires|Secours Montagne Himalaya|Handicap et Autonomie'.split(
    '|',
  )

export const NATIONAL_FEDERATIONS =
  'Fédération des Comités de Coopération|Union Nationale des Parrainages|Réseau Éducation au Monde|Coordination des Diasporas Solidaires|Collectif National pour l’Eau|Fédération Agriculture et Partage|Réseau Jeunesses et Mobilités|Union des Ressortissants du Fleuve|Plateforme Nationale Sahel|Alliance des Villes Jumelles|Réseau Santé Internationale|Fédération des Lycées Solidaires|Réseau Commerce Équitable des Territoires|Coordination Femmes et Développement|Union des Chantiers Solidaires'.split(
    '|',
  )

export const NATIONAL_FOUNDATIONS =
  'Fondation Terres Communes|Fondation Éclore|Fonds de dotation Deux Rives|Fondation Eaux Vives|Fondation Tisser Demain|Fonds Solidarité Villages|Fondation Écoles du Monde|Fonds de dotation Semailles|Fondation Passerelle|Fondation Lueur'.split(
    '|',
  )
