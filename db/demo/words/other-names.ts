/** Patterns of names of schools, companies and bodies; the same braces as for associations. */
const SAINTS =
  'Jules-Ferry|Jean-Moulin|Simone-Veil|Victor-Hugo|Marie-Curie|Louis-Pasteur|Rosa-Parks|Jean-Monnet|Aimé-Césaire|Olympe-de-Gouges|Georges-Brassens|Jacques-Prévert|Albert-Camus|Lucie-Aubrac|Nelson-Mandela|Paul-Éluard|Saint-Exupéry|Colette|Jean-Jaurès|Gustave-Eiffel|Germaine-Tillion|Pierre-Mendès-France|Frida-Kahlo|Antoine-de-Saint-Exupéry|Françoise-Dolto'.split(
    '|',
  )
const BRANDS =
  'Alizé|Boréal|Calao|Azimut|Sahelia|Terralys|Hydrosens|Solenvie|Karitéa|Baobab|Ecoterra|Lumia|Néréa|Arpège|Mosaïque|Tamarin|Sirocco|Équinoxe|Harmattan|Méridien|Kilimo|Pangéa|Oasis|Latérite|Aquarelle|Cardinal|Vétiver|Moringa|Indigo|Palabre|Ruche|Trame|Escale|Cactus|Argan|Savane|Filao|Ébène|Noria|Mistral|Sillage|Tropiques|Héliosud|Ressac|Pivoine|Tournesol|Granite|Ondine'.split(
    '|',
  )
const TRADES =
  'Conseil|Ingénierie|Énergies|Eau|Commerce équitable|Solaire|Environnement|Agronomie|Cafés|Épices|Architecture|Études|Textiles|Formation|Voyages solidaires|Numérique|Matériaux|Irrigation|Recyclage|Bois'.split(
    '|',
  )

export const SCHOOL_NAMES = SAINTS
export const BRAND_NAMES = BRANDS
export const TRADE_NAMES = TRADES

export const NAMES_BY_SUBKIND: Record<string, [string, number][]> = {
  university: [
    ['Université {ofCity}', 3],
    ['École d’ingénieurs {ofCity}', 2],
    ['IUT {ofCity}', 2],
    ['Institut d’études politiques {ofCity}', 1],
    ['École de commerce {ofCity}', 1],
    ['Faculté de médecine {ofCity}', 1],
  ],
  research_body: [
    ['Laboratoire {brand} – sociétés et territoires {ofCity}', 2],
    ['Centre de recherche {brand}', 2],
    ['Institut {brand} de recherche en agronomie', 1],
  ],
  upper_secondary: [
    ['Lycée {school} {ofCity}', 5],
    ['Lycée agricole {ofCity}', 4],
    ['Lycée professionnel {school} {ofCity}', 3],
    ['Lycée hôtelier {ofCity}', 1],
  ],
  lower_secondary: [['Collège {school} {ofCity}', 1]],
  primary_school: [
    ['École {school} {ofCity}', 3],
    ['École élémentaire {school} {ofCity}', 1],
  ],
  rural_school: [
    ['MFR {ofCity}', 4],
    ['Maison familiale rurale {ofCity}', 2],
  ],
  training_body: [
    ['Institut de formation en soins infirmiers {ofCity}', 2],
    ['Centre de formation {brand} {city}', 2],
    ['CFA {ofCity}', 2],
    ['Greta {ofCity}', 1],
    ['Institut du travail social {ofCity}', 1],
  ],
  company: [
    ['{brand} {trade}', 5],
    ['{brand} {trade} {city}', 2],
    ['{brand} {city}', 3],
  ],
  social_enterprise: [
    ['SCOP {brand} {trade}', 4],
    ['SCIC {brand} {city}', 3],
    ['Coopérative {brand} {ofCity}', 2],
    ['Comptoir équitable {ofCity}', 1],
    ['La Boutique équitable {ofCity}', 1],
  ],
  freelance: [
    ['{brand} – conseil indépendant, {city}', 2],
    ['Atelier {brand} {city}', 2],
  ],
  interprofessional: [
    ['Interprofession des maraîchers {ofDep}', 1],
    ['Club d’entreprises {city}–{bareCountry}', 3],
    ['Chambre de commerce {dep}–{bareCountry}', 2],
    ['Groupement des apiculteurs {ofDep}', 1],
  ],
  state_service: [
    ['Direction des services de l’éducation {ofDep}', 2],
    ['Direction de la jeunesse et des sports {ofDep}', 2],
    ['Sous-préfecture {ofCity}', 1],
  ],
  chamber: [
    ['Chambre d’agriculture {ofDep}', 2],
    ['Chambre de métiers {ofDep}', 1],
  ],
  public_agency: [
    ['Parc naturel {ofCity}', 1],
    ['Office public de l’habitat {ofCity}', 2],
    ['Médiathèque {ofCity}', 2],
    ['Centre communal d’action sociale {ofCity}', 2],
    ['Mission locale {ofCity}', 2],
  ],
  hospital: [
    ['Centre hospitalier {ofCity}', 4],
    ['Maison de santé {ofCity}', 2],
    ['EHPAD {image} – {city}', 1],
    ['Clinique {brand} {ofCity}', 1],
  ],
  other: [
    ['Tiers-lieu {brand} {city}', 3],
    ['Maison des jeunes et de la culture {ofCity}', 3],
    ['Radio {brand} {city}', 2],
    ['Centre social {brand} {ofCity}', 3],
    ['Théâtre {brand} {ofCity}', 1],
    ['Foyer rural {ofCity}', 2],
    ['Maison des associations {ofCity}', 1],
    ['Paroisse {ofCity}', 0.5],
  ],
}
