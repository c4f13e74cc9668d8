/** SO Coopération's 2025: nine support sessions for ISI, four presentations, a stand, a workshop. A line each: sort, day, title, place, people, organisations, codes. */
export const OUTREACH = `
support | 2025-01-14 | Écrire son projet ISI | Poitiers | 9 | 6 | ISI
support | 2025-01-28 | Écrire son projet ISI | Bordeaux | 12 | 9 | ISI
support | 2025-02-04 | Construire son budget ISI | En ligne | 14 | 11 | ISI
support | 2025-02-11 | Relire son dossier ISI | En ligne | 7 | 6 | ISI
support | 2025-03-25 | Écrire son projet ISI | Limoges | 8 | 5 | ISI
support | 2025-04-08 | Écrire son projet ISI | Pau | 10 | 7 | ISI
support | 2025-04-22 | Construire son budget ISI | En ligne | 11 | 9 | ISI
support | 2025-04-29 | Relire son dossier ISI | En ligne | 6 | 6 | ISI
support | 2025-10-07 | Faire le bilan de son action ISI | En ligne | 9 | 8 | ISI
presentation | 2025-01-09 | Les dispositifs jeunesse de l’année | En ligne | 31 | 24 | ISI, JSI, VVV-SI
presentation | 2025-03-18 | Les dispositifs jeunesse pour les missions locales | Angoulême | 17 | 12 | ISI, JSI, VVV-SI
presentation | 2025-05-20 | Les dispositifs jeunesse pour les lycées agricoles | Périgueux | 22 | 9 | ISI, JSI
presentation | 2025-11-12 | Les dispositifs jeunesse de l’année suivante | En ligne | 27 | 20 | ISI, JSI, VVV-SI
stand | 2025-10-16 | Stand au forum de la solidarité | Bordeaux | 120 | 30 | ISI, JSI, VVV-SI
workshop | 2025-06-03 | Atelier avec l’Info Jeunes | Niort | 18 | 1 | JSI, VVV-SI
` // biome-ignore format: a table to read
