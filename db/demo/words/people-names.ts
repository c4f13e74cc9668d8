/** Given names as one meets them, said feminine or masculine so that functions agree. */
export const GIVEN_NAMES: [string, 'f' | 'm'][] = [
  ...'Aïssatou Amina Anaïs Awa Bénédicte Camille Catherine Claire Delphine Fanta Fatou Florence Françoise Hélène Inès Isabelle Jeanne Julie Khadija Laure Léa Louise Maëlle Mariam Marie-Noëlle Mathilde Monique Nadia Nathalie Noémie Odile Pauline Rachida Rokia Sandrine Solène Sophie Sylvie Valérie Yasmine'
    .split(' ')
    .map((name): [string, 'f'] => [name, 'f']),
  ...'Abdoulaye Alain Antoine Arnaud Bernard Boubacar Christophe Daniel Denis Éric Étienne François Gérard Guillaume Hervé Ibrahima Jacques Jean-Luc Jérôme Julien Karim Laurent Mamadou Marc Mathieu Michel Moussa Nicolas Olivier Ousmane Pascal Philippe Pierre Rémi Romain Samba Sébastien Thierry Vincent Yves'
    .split(' ')
    .map((name): [string, 'm'] => [name, 'm']),
]

/** Plants, birds and things: nobody is called all of that at once, and nobody can be taken for a real person. */
export const FAMILY_NAMES =
  'Abricot Airelle Alouette Amandier Ancolie Anémone Aubépine Balançoire Baleine Bergamote Bergeronnette Bleuet Bouleau Boussole Brindille Bruyère Cabestan Cannelle Capucine Carillon Cascade Cerisaie Chardonneret Châtaigne Chèvrefeuille Clairière Clapotis Coccinelle Colibri Coquelicot Coquillage Cormoran Cyclamen Cymbale Églantine Embellie Étourneau Farandole Fauvette Feuillage Fougère Framboise Frangipane Genévrier Gentiane Girouette Glycine Grenadine Grillon Groseille Hermine Hirondelle Jacinthe Jonquille Lanterne Libellule Lichen Liseron Luciole Mandoline Marjolaine Marmotte Mélèze Mésange Mirabelle Moulinet Muscade Myrtille Noisetier Nénuphar Orchidée Ortolan Papillon Passerelle Passiflore Pervenche Pivoine Pommeraie Primevère Quenouille Renoncule Rossignol Rouge-Gorge Sarcelle Sariette Serpolet Tamaris Tamarin Tournesol Tourterelle Tramontane Trombone Valériane Verveine Violoncelle Virevolte Zinnia'.split(
    ' ',
  )
