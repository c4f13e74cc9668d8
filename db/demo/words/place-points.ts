/** Where some of the partner places are, to a hundredth of a degree; the others are told by their name alone. */
const TABLE = `
Ziguinchor 12.58 -16.27, Saint-Louis 16.02 -16.49, Podor 16.65 -14.96, Matam 15.66 -13.26, Kaolack 14.15 -16.08, Fatick 14.34 -16.41, Palmarin 14.02 -16.77, Thiès 14.79 -16.93, Mbour 14.42 -16.97, Tambacounda 13.77 -13.67, Kédougou 12.56 -12.18, Bignona 12.81 -16.23, Louga 15.62 -16.22, Rufisque 14.72 -17.27, Sédhiou 12.71 -15.56, Bakel 14.90 -12.46
Antsirabe -19.87 47.03, Mahajanga -15.72 46.32, Toamasina -18.15 49.40, Sainte-Marie -17.00 49.85, Ambositra -20.53 47.24, Fianarantsoa -21.45 47.09, Diego-Suarez -12.28 49.29, Tuléar -23.35 43.67, Manakara -22.15 48.01, Morondava -20.28 44.28
Ouahigouya 13.58 -2.42, Koudougou 12.25 -2.36, Banfora 10.63 -4.76, Kaya 13.09 -1.08, Dédougou 12.46 -3.46, Tenkodogo 11.78 -0.37, Bobo-Dioulasso 11.18 -4.30, Yako 12.96 -2.26
Ségou 13.43 -6.26, Sikasso 11.32 -5.67, Mopti 14.49 -4.18, Kayes 14.45 -11.44, Koulikoro 12.86 -7.56, Yélimané 15.12 -10.57, Kita 13.04 -9.49, Bougouni 11.42 -7.48, Koutiala 12.39 -5.46, Nioro du Sahel 15.23 -9.59
Kpalimé 6.90 0.63, Atakpamé 7.53 1.13, Sokodé 8.98 1.13, Kara 9.55 1.19, Dapaong 10.86 0.20, Tsévié 6.43 1.21, Aného 6.23 1.60, Vogan 6.33 1.53, Notsé 6.95 1.17, Elavagnon 7.98 1.25, Badou 7.58 0.60, Mango 10.36 0.47, Bassar 9.25 0.78
Abomey 7.18 1.99, Parakou 9.34 2.63, Natitingou 10.30 1.38, Ouidah 6.36 2.09, Porto-Novo 6.50 2.63, Djougou 9.71 1.67, Kandi 11.13 2.94, Savalou 7.93 1.98, Bohicon 7.18 2.07, Lokossa 6.64 1.72
Douala 4.05 9.70, Bafoussam 5.48 10.42, Dschang 5.45 10.05, Maroua 10.59 14.32, Garoua 9.30 13.39, Foumban 5.73 10.90, Ebolowa 2.90 11.15, Kribi 2.94 9.91
Essaouira 31.51 -9.77, Ouarzazate 30.92 -6.89, Taroudant 30.47 -8.88, Tiznit 29.70 -9.73, Zagora 30.33 -5.84, Figuig 32.11 -1.23, Chefchaouen 35.17 -5.27, Agadir 30.43 -9.60, Oujda 34.68 -1.91, Midelt 32.68 -4.73, Errachidia 31.93 -4.42
Kasserine 35.17 8.83, Gabès 33.88 10.10, Sfax 34.74 10.76, Mahdia 35.50 11.06, Tozeur 33.92 8.13, Sidi Bouzid 35.04 9.48, Bizerte 37.27 9.87, Le Kef 36.17 8.70, Gafsa 34.42 8.78
Kaédi 16.15 -13.50, Rosso 16.51 -15.81, Sélibaby 15.16 -12.18, Atar 20.52 -13.05, Kiffa 16.62 -11.40
Bukavu -2.51 28.86, Goma -1.68 29.22, Kinshasa -4.32 15.31, Lubumbashi -11.66 27.48, Brazzaville -4.26 15.27, Pointe-Noire -4.78 11.86, Musanze -1.50 29.63, Huye -2.60 29.74
Lalibela 12.03 39.04, Harar 9.31 42.13, Gondar 12.60 37.47, Mitsamiouli -11.38 43.28, Domoni -12.26 44.53, Fomboni -12.29 43.74, Lambaréné -0.70 10.24, Tamale 9.40 -0.84
Tripoli 34.44 35.85, Saïda 33.56 35.37, Zahlé 33.85 35.90, Tyr 33.27 35.20, Baalbek 34.01 36.21, Tizi Ouzou 36.71 4.05, Béjaïa 36.76 5.08, Oran 35.70 -0.64, Tlemcen 34.88 -1.32
Hué 16.46 107.59, Hanoï 21.03 105.85, Da Nang 16.05 108.20, Can Tho 10.03 105.78, Lao Cai 22.49 103.97, Siem Reap 13.36 103.86, Battambang 13.10 103.20, Kampot 10.61 104.18, Luang Prabang 19.89 102.14, Pondichéry 11.93 79.83, Calcutta 22.57 88.36, Pokhara 28.21 83.99, Gorkha 28.00 84.63
Jacmel 18.23 -72.54, Cap-Haïtien 19.76 -72.20, Les Cayes 18.19 -73.75, Jérémie 18.65 -74.12, Gonaïves 19.45 -72.69, Hinche 19.15 -72.01
Cochabamba -17.39 -66.16, Potosí -19.58 -65.75, El Alto -16.50 -68.19, Sucre -19.03 -65.26, Cuzco -13.53 -71.97, Ayacucho -13.16 -74.22, Arequipa -16.41 -71.54, Medellín 6.25 -75.56, Recife -8.05 -34.88, Fortaleza -3.73 -38.52, Oaxaca 17.06 -96.72
Lviv 49.84 24.03, Ternopil 49.55 25.59, Tchernivtsi 48.29 25.94, Tarnów 50.01 20.99, Iași 47.16 27.59, Cluj 46.77 23.59, Sibiu 45.80 24.15, Brașov 45.66 25.61, Soroca 48.16 28.29, Gumri 40.79 43.85, Goris 39.51 46.34, Telavi 41.92 45.47
`

export const PLACE_POINTS = new Map(
  TABLE.trim()
    .split(/[,\n]/)
    .map((cell) => {
      const [, name, lat, lon] = cell.trim().match(/^(.+) (-?[\d.]+) (-?[\d.]+)$/)!
      return [name!, { lat: Number(lat), lon: Number(lon) }] as const
    }),
)
