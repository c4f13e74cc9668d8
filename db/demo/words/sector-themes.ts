import type { SectorKey } from '#packages/referentials/sectors.ts'

/** How an association of the sector names itself, says what it does, and which goals it serves. */
export type SectorTheme = {
  weight: number
  sdgs: number[]
  /** Followed by « de Ségou », « du Togo »… */
  things: string[]
  /** After « soutient », « accompagne ». */
  causes: string[]
  /** After « l’association »: a verb and what it does; with a star, no place may follow. */
  acts: string[]
  /** What a project is called, before « à Kpalimé ». */
  projects: string[]
}

const list = (words: string) => words.split('|')

export const SECTOR_THEMES: Record<SectorKey, SectorTheme> = {
  agriculture: {
    weight: 11,
    sdgs: [2, 12],
    things: list(
      'Les Greniers|Les Jardins|Les Semences|Les Maraîchers|Les Vergers|Les Champs|Les Ruches|Les Rizières|Les Paysans',
    ),
    causes: list(
      'les exploitations familiales|un groupement de maraîchères|une coopérative de producteurs|des éleveurs de petits ruminants',
    ),
    acts: list(
      'forme des paysans à l’agroécologie|finance des périmètres maraîchers gérés par des groupements de femmes|appuie la transformation et la vente des récoltes sur les marchés locaux|*échange des semences et des pratiques avec des agriculteurs partenaires',
    ),
    projects: list(
      'Périmètre maraîcher|Greniers communautaires|Formation de paysans relais à l’agroécologie|Atelier de transformation des récoltes|Appui à une coopérative laitière',
    ),
  },
  culture: {
    weight: 5,
    sdgs: [11, 4],
    things: list('Les Conteurs|Les Artistes|Les Musiques|Les Mémoires|Les Images|Le Théâtre'),
    causes: list(
      'des artistes et des compagnies|une bibliothèque de quartier|la sauvegarde d’un patrimoine bâti',
    ),
    acts: list(
      '*organise des résidences croisées d’artistes|équipe des bibliothèques et des centres de lecture|*fait connaître les cultures du pays par des expositions et des concerts|accompagne la restauration d’un patrimoine menacé',
    ),
    projects: list(
      'Résidence croisée d’artistes|Bibliothèque de quartier|Festival des deux rives|Inventaire du patrimoine bâti',
    ),
  },
  economy: {
    weight: 6,
    sdgs: [8, 12],
    things: list('Les Artisans|Les Comptoirs|Les Ateliers|Les Marchés|Les Potiers|Les Tisserandes'),
    causes: list('des groupements d’artisanes|une caisse de microcrédit|des filières de commerce équitable'),
    acts: list(
      '*vend en France l’artisanat de groupements partenaires|accorde des microcrédits à des femmes qui entreprennent|*met en relation des acteurs de l’économie sociale et solidaire des deux territoires',
    ),
    projects: list(
      'Caisse de microcrédit féminin|Filière artisanale équitable|Atelier de couture coopératif|Incubateur d’entreprises sociales',
    ),
  },
  human_rights: {
    weight: 6,
    sdgs: [5, 16],
    things: list('Les Voix|Les Femmes|Les Droits|Les Tisseuses|Les Mères'),
    causes: list('des associations de femmes|des défenseurs des droits|un centre d’accueil pour femmes'),
    acts: list(
      'défend les droits des femmes et des filles|soutient l’alphabétisation et l’autonomie des femmes|*mène des actions de plaidoyer avec des associations partenaires',
    ),
    projects: list(
      'Maison des femmes|Alphabétisation et autonomie des femmes|Éducation aux droits dans les collèges',
    ),
  },
  water: {
    weight: 10,
    sdgs: [6],
    things: list('Les Puits|Les Sources|L’Eau|Les Fontaines|Les Citernes|Les Rivières'),
    causes: list('les comités d’usagers de l’eau|l’accès à l’eau des villages|le service communal de l’eau'),
    acts: list(
      'construit des puits et des forages avec les comités de village|installe des blocs sanitaires dans les écoles|forme les comités qui entretiennent les points d’eau|*appuie le service public de l’eau de la commune partenaire',
    ),
    projects: list(
      'Réhabilitation de dix forages|Adduction d’eau potable|Latrines dans les écoles|Schéma communal de l’eau|Château d’eau solaire',
    ),
  },
  global_citizenship: {
    weight: 7,
    sdgs: [4, 17],
    things: list('Les Citoyens|Les Chemins|Regards solidaires|Paroles d’habitants'),
    causes: list('les enseignants et les animateurs|des classes jumelles|des collectifs d’habitants'),
    acts: list(
      '*anime des ateliers sur les inégalités mondiales dans les écoles|*coordonne le Festival des solidarités dans son bassin de vie|*conçoit des jeux et des expositions sur les objectifs de développement durable|*fait correspondre des classes des deux pays',
    ),
    projects: list(
      'Classes jumelles|Festival des solidarités|Parcours « Comprendre le monde »|Exposition itinérante sur les ODD',
    ),
  },
  education: {
    weight: 15,
    sdgs: [4],
    things: list('Une école|Les Écoliers|Les Enfants|Les Cahiers|Les Petits Écoliers|Les Cartables|Le Lycée'),
    causes: list(
      'la scolarité d’enfants par le parrainage|une école primaire|les cantines scolaires|un internat de jeunes filles',
    ),
    acts: list(
      'construit et équipe des salles de classe|parraine la scolarité d’enfants et de jeunes filles|finance des cantines scolaires|expédie des fournitures et forme des maîtres|rénove des écoles de village',
    ),
    projects: list(
      'Construction de trois salles de classe|Cantine scolaire|Internat de jeunes filles|Bibliothèque scolaire|Formation des maîtres',
    ),
  },
  energy: {
    weight: 3,
    sdgs: [7, 13],
    things: list('Le Soleil|Les Lumières|Les Lampes'),
    causes: list('l’équipement solaire des centres de santé|des artisans du solaire'),
    acts: list(
      'équipe en panneaux solaires des écoles et des centres de santé|diffuse des foyers de cuisson économes en bois|forme des techniciennes du solaire',
    ),
    projects: list('Électrification solaire du dispensaire|Foyers améliorés|Pompage solaire'),
  },
  environment: {
    weight: 6,
    sdgs: [13, 15],
    things: list('Les Forêts|Les Arbres|Les Jardins|Les Oiseaux|La Terre'),
    causes: list('la plantation d’arbres|des clubs nature|la protection d’une forêt'),
    acts: list(
      'plante des arbres avec les écoles et les communes|restaure des sols et des rives avec les habitants|protège la biodiversité avec les habitants|*sensibilise au changement climatique dans les deux pays',
    ),
    projects: list('Reboisement communal|Restauration des berges|Pépinières d’écoles|Plan climat partagé'),
  },
  training: {
    weight: 5,
    sdgs: [4, 8],
    things: list('Les Métiers|Les Bâtisseurs|Les Compagnons|L’Atelier'),
    causes: list('un centre de formation|l’insertion de jeunes sans diplôme|des apprentis'),
    acts: list(
      'forme des jeunes aux métiers du bâtiment et de la mécanique|équipe un centre de formation professionnelle|organise des chantiers-écoles',
    ),
    projects: list('Centre de formation aux métiers|Chantier-école|Formation en maintenance'),
  },
  governance: {
    weight: 3,
    sdgs: [16, 17],
    things: list('Les Communes solidaires|Les Citoyens'),
    causes: list('des communes partenaires|la formation des élus locaux'),
    acts: list(
      '*accompagne des communes partenaires dans leurs services publics|forme des élus et des agents|favorise la participation des habitants',
    ),
    projects: list('Appui à l’état civil|Formation d’agents communaux|Budget participatif'),
  },
  youth: {
    weight: 6,
    sdgs: [4, 10],
    things: list('Jeunes|Les Jeunes|Les Ballons|Les Footballeurs|Chantiers jeunes'),
    causes: list('des chantiers de jeunes|un club de football|la mobilité des jeunes'),
    acts: list(
      '*organise des chantiers de jeunes et des rencontres interculturelles|fait du sport un outil d’éducation|*accompagne des départs en service civique à l’international',
    ),
    projects: list('Chantier de jeunes|Rencontre interculturelle|Terrain de sport pour tous'),
  },
  migration: {
    weight: 3,
    sdgs: [10, 17],
    things: list('Les Passerelles|Les Ponts|D’ici et'),
    causes: list('l’accueil des personnes exilées|les initiatives de la diaspora'),
    acts: list(
      '*accompagne les personnes exilées dans leurs démarches|*soutient les projets que la diaspora porte dans ses villages d’origine|*fait entendre la parole des personnes migrantes',
    ),
    projects: list('Accueil et cours de français|Projet de la diaspora|Mémoires de l’exil'),
  },
  digital: {
    weight: 2,
    sdgs: [9],
    things: list('Les Ordinateurs|Les Claviers'),
    causes: list('une salle informatique|le réemploi d’ordinateurs'),
    acts: list('reconditionne des ordinateurs pour des lycées|forme des enseignants au numérique'),
    projects: list('Salle informatique|Formation au numérique'),
  },
  health: {
    weight: 9,
    sdgs: [3],
    things: list('Un dispensaire|Les Sages-femmes|La Santé|Les Soignants|Les Mamans|La Maternité'),
    causes: list(
      'un centre de santé|une maternité|la formation de soignants|des enfants en situation de handicap',
    ),
    acts: list(
      'équipe un dispensaire et une maternité|envoie des missions de soignants bénévoles|finance des soins dentaires et ophtalmologiques|forme des agents de santé communautaire|accueille des enfants en situation de handicap',
    ),
    projects: list(
      'Équipement de la maternité|Formation d’agents de santé|Campagne de soins dentaires|Centre pour enfants handicapés',
    ),
  },
  waste: {
    weight: 2,
    sdgs: [11, 12],
    things: list('Les Récupérateurs|Les Composteurs'),
    causes: list('la collecte des déchets|une unité de compostage'),
    acts: list('aide à organiser la collecte et le tri des déchets|appuie une unité de compostage'),
    projects: list('Collecte et tri des déchets|Unité de compostage'),
  },
  housing: {
    weight: 2,
    sdgs: [11],
    things: list('Les Maisons|Les Toits|Le Village'),
    causes: list('la construction en terre crue|l’habitat des familles'),
    acts: list('construit en terre crue avec les artisans du pays|améliore l’habitat de familles démunies'),
    projects: list('Maisons en terre crue|Plan d’aménagement'),
  },
  emergency: {
    weight: 3,
    sdgs: [1, 16],
    things: list('Secours aux enfants|Les Convois solidaires|SOS Familles'),
    causes: list('des familles déplacées|un hôpital|des villages sinistrés'),
    acts: list(
      'achemine du matériel médical et des vivres|vient en aide aux familles déplacées|agit avec ses partenaires après les catastrophes',
    ),
    projects: list(
      'Aide aux familles déplacées|Convoi de matériel médical|Reconstruction après les inondations',
    ),
  },
}
