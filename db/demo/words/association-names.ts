/**
 * Names of associations, as patterns. Between braces: `place` and `country` are the partner's
 * (`of…` with its preposition), `city` and `dep` the seat's, `thing` a word of the sector, `word` one
 * of the partner's language, `image` a poetic group of words. The figure is how often.
 */
export const LOCAL: [string, number][] = [
  ['Amitié {city}–{place}', 5],
  ['Les Amis {ofPlace}', 6],
  ['{city}–{place} Solidarité', 3],
  ['{thingThere}', 16],
  ['{thingInCountry}', 4],
  ['{word} {city}', 5],
  ['{word} {dep}', 2],
  ['{word} {place}', 4],
  ['Solidarité {place}', 3],
  ['Solidarité {bareCountry} {dep}', 2],
  ['Pour les enfants {ofPlace}', 3],
  ['Espoir pour {place}', 2],
  ['Un avenir pour {place}', 2],
  ['Ensemble pour {place}', 2],
  ['{city} Solidarité Internationale', 2],
  ['Passerelles {city}–{bareCountry}', 2],
  ['Femmes solidaires {ofCity} et {ofPlace}', 1],
  ['Main dans la main avec {place}', 1],
  ['Horizon {place}', 2],
  ['Objectif {place}', 1],
  ['Cap sur {place}', 1],
  ['{image}', 8],
  ['{image} – {place}', 5],
  ['{image} {ofCity}', 3],
  ['Échanges et partage {dep}–{bareCountry}', 1],
  ['{dep} {bareCountry} Coopération', 2],
  ['Parrainages {place}', 1],
  ['Trait d’union {city}–{bareCountry}', 1],
  ['Les Mains tendues {ofPlace}', 1],
  ['Partage avec {place}', 1],
  ['Coup de pouce {bareCountry}', 0.5],
  ['Développement solidaire {city}–{place}', 1],
  ['Collectif {dep} {bareCountry}', 1],
  ['Comité de solidarité {ofCity} avec {place}', 1],
]

export const BY_SUBKIND: Record<string, [string, number][]> = {
  local_association: LOCAL,
  /** A partner whose seat is in its own country. */
  abroad: [
    ['Association {word} {ofPlace}', 3],
    ['Union des groupements {ofPlace}', 2],
    ['Association pour le développement {ofPlace}', 2],
    ['Centre {word} {ofPlace}', 2],
    ['Collectif des femmes {ofPlace}', 2],
    ['Maison des jeunes {ofPlace}', 1],
  ],
  twinning_committee: [
    ['Comité de jumelage {city}–{place}', 6],
    ['Comité de jumelage {ofCity}', 3],
    ['Jumelage {city} {place}', 1],
    ['Association de jumelage {city}–{place}', 1],
    ['Comité de jumelage-coopération {city}–{place}', 1],
  ],
  diaspora_association: [
    ['Ressortissants {ofPlace} en {dep}', 3],
    ['Association des ressortissants {ofPlace}', 3],
    ['{word} – diaspora {ofPlace}', 2],
    ['Union des ressortissants {ofCountry} en {dep}', 2],
    ['Femmes {ofPlace} {atCity}', 2],
    ['Développement {ofPlace} – diaspora {ofCity}', 2],
    ['Association pour le développement {ofPlace}', 3],
    ['Jeunes {ofCountry} {atCity}', 1],
  ],
  student_association: [
    ['{word} étudiants {ofCity}', 2],
    ['Étudiants solidaires {ofCity}', 1],
    ['Campus sans frontières {city}', 1],
    ['Campus solidaire {city}–{place}', 2],
    ['Ingénieurs pour {place}', 2],
    ['Étudiants {ofCity} pour {place}', 3],
    ['Soigner à {place}', 1],
    ['{image} – campus {ofCity}', 2],
  ],
  federation: [
    ['Réseau {dep} {bareCountry}', 3],
    ['Fédération des comités de jumelage {ofDep}', 1],
    ['Collectif des associations de solidarité {ofCity}', 2],
    ['Coordination {dep} Solidarités', 1],
    ['Réseau {thing}', 0.5],
    ['Collectif Festisol {ofCity}', 2],
    ['Inter-associations {place}', 1],
  ],
  foundation: [
    ['Fonds de dotation {image}', 3],
    ['Fondation {image}', 3],
    ['Fonds Solidarité {place}', 2],
    ['Fondation {word}', 2],
  ],
  national_ngo: [
    ['{image} International', 2],
    ['{word} sans frontières', 2],
    ['{image} – délégation {ofCity}', 4],
    ['{image} – antenne {ofCity}', 3],
    ['{image} Solidarités', 2],
  ],
}

const BEGINNINGS =
  'Graines|Étincelles|Racines|Semeurs|Passeurs|Bâtisseurs|Tisseurs|Éclats|Terres|Chemins|Sentiers|Traces|Rêves|Ponts|Fenêtres|Horizons|Veilleurs|Artisans|Marcheurs|Souffles|Lueurs|Cordées|Sourires|Mains|Jardiniers|Porteurs|Relais|Voix|Couleurs|Pas'.split(
    '|',
  )
const ENDINGS =
  'd’espoir|de partage|d’avenir|de solidarité|d’ailleurs|du monde|de baobab|du Sud|de lumière|de fraternité|d’humanité|de paix|de soleil|de vie|d’ici et de là-bas|de savoir|de liberté|de l’autre rive|sans frontières|d’amitié|de sable|d’enfance|de mil|du fleuve|de latérite'.split(
    '|',
  )
const WHOLE =
  'Le Fil du partage|La Goutte d’eau|L’Arbre à palabres|Le Pain et le Sel|Terre des possibles|La Case à lire|L’École du bout du monde|Vents du Sud|Un puits, une vie|Kilomètre solidaire|La Route des cahiers|Cultures en chemin|L’Un avec l’autre|Ici et là-bas|La Calebasse|Le Tamarinier|La Pirogue|Le Colibri voyageur|Tous les matins du monde|Des livres et des rives|À pas comptés|Demain ensemble|Le Sac de riz|Regards croisés|La Courte Échelle|Planète partagée|L’Olivier et le Baobab|Au-delà des mers|La Maison des palmes|Un cartable pour demain|Le Bruit des pilons|Un pas vers l’autre|Terre et partage|La Clé des sources|Sable et savane'.split(
    '|',
  )

/** Groups of words that could name an association wherever it works. */
export const IMAGES = [
  ...WHOLE,
  ...WHOLE,
  ...BEGINNINGS.flatMap((start) => ENDINGS.map((end) => `${start} ${end}`)),
]
