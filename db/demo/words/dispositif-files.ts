/**
 * Invented projects, a line each: where the file ends, its title, its country, the amount requested in euros,
 * and, where a report names one, who holds it. `+` joins two holders. `!` is a rule nobody need keep.
 */

export const ISI_FIRST = `
settled | Cartes en main : jouer les migrations | - | 3200
settled | La classe ouvre sa fenêtre | SN | 2400
settled | Radio collège des deux rives | TG | 3800
settled | Le textile fait le tour du monde | - | 2900
report_received | Semaine solidaire au lycée agricole | BJ | 3500
report_received | Regards croisés, une exposition à hauteur de jeunes | MA | 4000
settled | Le goûter équitable | - | 1500
refused | Voix d’ailleurs au centre social | ML | 3600
refused | Un festival pour demain | - | 4000
refused | Bibliothèque vivante | - | 2200
refused | Cuisines du monde au quartier | MG | 1800
refused | Le grand débat des délégués | - | 2600
refused | Fresque de la solidarité | - | 3000
refused | Les mots de l’hospitalité | - | 3400
ineligible | Voyage d’étude des bénévoles | SN | 3900
withdrawn | Ciné-club des possibles | - | 2100
` // biome-ignore format: a table to read

export const ISI_SECOND = `
settled | Sur la route du cacao | CI | 3300
report_received | Théâtre-forum contre les préjugés | - | 3700
settled | Jumelages d’aujourd’hui | TD | 2800
report_received | Une fanfare sans frontières | BF | 4000
settled | Les petits reporters de la planète | - | 2500
done | Engagés en service civique, ici et là-bas | TN | 3100
refused | Mon quartier, le monde | - | 2700
refused | Jardin des échanges | MG | 3900
refused | Le jeu de l’oie des droits de l’enfant | - | 1900
refused | Podcast « Et toi, tu viens d’où ? » | - | 2300
refused | Atelier d’écriture en maison d’arrêt | - | 3000
refused | Un arbre, une école | SN | 3500
ineligible | Colloque des présidents | - | 4000
` // biome-ignore format: a table to read

export const JSI_FIRST = `
settled | Un four solaire à Fatick | SN | 7800
refused | Reboiser ensemble | TG | 8000
refused | Chantier de la bibliothèque | BJ | 8500
refused | Un potager pour l’école | MG | 7200
` // biome-ignore format: a table to read

export const JSI_SECOND = `
report_received | Les rives de l’Ouémé | BJ | 8500
refused | Rénover la maison des jeunes | MA | 8200
refused | Des abeilles et des amis | TG | 6900
ineligible | Séjour découverte au pays des baobabs | SN | 5000
` // biome-ignore format: a table to read

export const VVV_FIRST = `
settled | Du terrain vague au terrain de jeu | SN | 8500
settled | Hip-hop aller-retour | MA | 7600
refused | Santé, parlons-en entre filles | BJ | 8100
` // biome-ignore format: a table to read

export const VVV_SECOND = `
report_received | Bâtir un préau, bâtir un groupe | TG | 8300
refused | Le quartier prend le large | TN | 7900
` // biome-ignore format: a table to read

export const INCUBATED = `
settled | Eau et maraîchage dans la Kozah | TG | 0 | ACAMO
settled | Une école de la seconde chance | SN | 0 | Kids sans Frontières
settled | Santé mère-enfant dans l’Altiplano | BO | 0 | Association pour la Bolivie
settled | Des livres pour Mbour | SN | 0 | Floki
report_received | Ateliers de couture à Bouaké | CI | 0 | Assoencore
settled | Le football écolier et durable | MA | 0 | Football Écologie France
report_received | Maison de naissance partagée | BJ | 0 | Maison de Soi.e + Sages-Femmes Sans Frontières
done | Matériel médical, seconde vie | CM | 0 | RECAH
` // biome-ignore format: a table to read

/** Deposited here, and written by the demonstration's holder. */
export const INCUBATOR_OPEN = `
draft | Un jardin partagé à Saint-Louis | SN | 0 | Floki
to_correct | Réparer et transmettre à Douala | CM | 0 | RECAH
` // biome-ignore format: a table to read

export const STUDIES = `
settled | Centre de soins mobile : ce qu’il faut savoir avant | UA | 9000 | Budmo
settled | Une bibliothèque de quartier est-elle attendue ? | SN | 6500 | Floki
report_received | Filière couture : débouchés et formation | CI | 7800 | Assoencore
refused | Un pont, quelle école ? | CM | 8000
` // biome-ignore format: a table to read

export const ISI_OPEN = `
draft | Le monde dans mon cartable | - | 2600
draft | Sons et saveurs du Sahel | ML | 3100
submitted | Laboratoire de la paix | - | 3600
submitted | Une journée sans eau | SN | 2800
to_correct | Passerelles numériques | TN | 3900
complete | Les colporteurs d’histoires | BF | 2400
complete! | Jeunes en campagne | - | 3300
ineligible | Formation des administrateurs | - | 4000
withdrawn | Rallye des solidarités | - | 1700
` // biome-ignore format: a table to read

export const JSI_OPEN = `
draft | Un puits de lumière | BJ | 8000
submitted | Sentier botanique à Kpalimé | TG | 7700
submitted | Mémoires de pêcheurs | SN | 8300
to_correct | La cour de récréation autrement | MG | 8500
complete | Théâtre et droits de l’enfant | MA | 7900
complete! | Cuisines sans fumée | TG | 8100
ineligible | Tour à vélo des coopérations | SN | 6800
awaiting_sponsor | Un four à pain partagé | MA | 7600
` // biome-ignore format: a table to read

export const TANDEMS = `
settled | Le voyage d’un tee-shirt | - | 800
settled | Dessine-moi un droit | - | 700
settled | De l’eau à toutes les tables | SN | 900
settled | Correspondances | MG | 600
settled | La ruche solidaire | - | 800
settled | Graines d’ici, graines de là-bas | BF | 900
report_received | Un conte, deux langues | MA | 700
settled | Les petits philosophes du monde | - | 600
report_received | Sport et égalité | - | 800
settled | Notre cantine fait le tour du monde | - | 900
settled | Frontières | - | 800
report_received | Les gestes qui comptent | - | 600
settled | Le climat, on en parle | TG | 900
settled | Cartographier nos origines | - | 700
settled | Une école jumelle | BJ | 900
done | Chœurs croisés | MG | 800
settled | Le marché du monde | - | 700
report_received | Inventer sans jeter | - | 600
settled | Jeunes journalistes solidaires | TN | 900
done | Le procès du moustique | SN | 800
` // biome-ignore format: a table to read

export const ELSEWHERE = `
settled | Regards de lycéens sur le monde | SN | 3000
done | La valise aux histoires | - | 2500
refused | Le bus des solidarités | - | 3800
withdrawn | Un calendrier partagé | MA | 1900
` // biome-ignore format: a table to read
