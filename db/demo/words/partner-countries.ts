/**
 * Countries where French territories cooperate, with how often, how French names them, places that
 * really have French partners or could, and words of their languages that associations like.
 */
export type PartnerCountry = {
  code: string
  weight: number
  /** With its article, when it has one. */
  name: string
  /** « au Togo », « en Inde », « à Madagascar ». */
  within: string
  places: string[]
  words: string[]
}

const TABLE = `
SN | 14 | le Sénégal | au Sénégal | Ziguinchor, Saint-Louis, Podor, Matam, Kaolack, Fatick, Palmarin, Thiès, Mbour, Joal, Tambacounda, Kédougou, Bignona, Louga, Rufisque, Guédiawaye, Oussouye, Sédhiou, Bakel | Teranga, Keur, Ndank-Ndank, Jokkoo, Takku Liggey, Yakaar, Xale
MG | 12 | Madagascar | à Madagascar | Antsirabe, Mahajanga, Toamasina, Sainte-Marie, Ambositra, Fianarantsoa, Diego-Suarez, Tuléar, Ambatolampy, Manakara, Morondava, Itasy, Betafo, Miarinarivo, Nosy Be | Fihavanana, Tsiky, Zanaka, Mitsinjo, Hazavana, Mirana, Avotra
BF | 11 | le Burkina Faso | au Burkina Faso | Ouahigouya, Koudougou, Banfora, Kaya, Dédougou, Gourcy, Réo, Tenkodogo, Ziniaré, Garango, Bobo-Dioulasso, Yako, Boussé, Imasgo, Koubri | Wend Kuni, Yeelen, Zood Nooma, Nongtaaba, Teega, Relwendé
ML | 11 | le Mali | au Mali | Ségou, Sikasso, Mopti, Kayes, Koulikoro, Bandiagara, Yélimané, Kita, Bougouni, San, Niono, Markala, Diéma, Nioro du Sahel, Koutiala | Benkadi, Djiguiya, Jigi, Sinignasigi, Nafa, Yiriwa, Kayira
TG | 10 | le Togo | au Togo | Kpalimé, Atakpamé, Sokodé, Kara, Dapaong, Tsévié, Aného, Vogan, Tabligbo, Notsé, Elavagnon, Badou, Mango, Bassar, Agou, Danyi | Akpé, Mia Denyigban, Novissi, Dzidzom, Agbalépédo
BJ | 9 | le Bénin | au Bénin | Abomey, Parakou, Natitingou, Ouidah, Porto-Novo, Djougou, Kandi, Savalou, Dassa-Zoumé, Bohicon, Nikki, Tanguiéta, Lokossa, Banikoara | Alafia, Mawuton, Gbénonkpo, Ayihoun, Wanignon
CM | 8 | le Cameroun | au Cameroun | Douala, Bafoussam, Dschang, Maroua, Garoua, Foumban, Ebolowa, Mbalmayo, Kribi, Bangangté, Guider, Batouri, Nkongsamba, Mokolo | Essoka, Ndolo, Nkul, Elonga
MA | 8 | le Maroc | au Maroc | Essaouira, Ouarzazate, Taroudant, Tiznit, Zagora, Figuig, Chefchaouen, Agadir, Oujda, Azilal, Midelt, Errachidia, Larache, Demnate | Tiwizi, Amal, Tifawin, Salam, Chems
TN | 6 | la Tunisie | en Tunisie | Kasserine, Gabès, Sfax, Mahdia, Tozeur, Sidi Bouzid, Bizerte, Le Kef, Gafsa, Djerba, Siliana, Zarzis | Amal, Nour, Yasmine
TD | 4 | le Tchad | au Tchad | Moundou, Sarh, Abéché, Doba, Koumra, Bongor, Laï, Mongo, Faya | Nassara, Al Nadja
CI | 6 | la Côte d’Ivoire | en Côte d’Ivoire | Bouaké, Korhogo, Man, Daloa, Grand-Bassam, Jacqueville, Bondoukou, Dabou, Tiassalé, Odienné, Abengourou, Sassandra | Akwaba, Anouanzè, Binkadi
GN | 5 | la Guinée | en Guinée | Labé, Kindia, Kankan, Boké, Dalaba, Pita, Mamou, Guéckédou, Nzérékoré, Faranah, Tougué | Fouta, Nimba, Wontanara
NE | 4 | le Niger | au Niger | Agadez, Zinder, Tahoua, Dosso, Tillabéri, Maradi, Gaya, Tanout, Dogondoutchi | Toumast, Zumunci, Tattali
MR | 3 | la Mauritanie | en Mauritanie | Kaédi, Rosso, Sélibaby, Atar, Chinguetti, Kiffa, Boghé, Nouadhibou | Diokéré, Inchirah
CD | 4 | la République démocratique du Congo | en République démocratique du Congo | Bukavu, Goma, Kinshasa, Mbuji-Mayi, Kananga, Lubumbashi, Kikwit, Matadi | Bolingo, Elikya, Tujenge, Malaika
CG | 3 | le Congo | au Congo | Brazzaville, Pointe-Noire, Dolisie, Owando, Nkayi, Ouesso | Elikya, Mbote, Kimia
RW | 2 | le Rwanda | au Rwanda | Musanze, Huye, Muhanga, Rubavu, Karongi | Inzira, Ubumwe, Amahoro
BI | 2 | le Burundi | au Burundi | Gitega, Ngozi, Kayanza, Rumonge, Bururi | Amahoro, Umuganda
ET | 2 | l’Éthiopie | en Éthiopie | Lalibela, Harar, Bahir Dar, Gondar, Arba Minch | Selam, Tesfa
KM | 3 | les Comores | aux Comores | Mitsamiouli, Domoni, Fomboni, Mutsamudu, Foumbouni, Ouani | Twamaya, Ouroumoi
GA | 2 | le Gabon | au Gabon | Lambaréné, Franceville, Port-Gentil, Oyem | Ogooué, Obissa
GH | 1 | le Ghana | au Ghana | Tamale, Cape Coast, Ho, Kumasi | Sankofa, Akwaaba
PS | 5 | la Palestine | en Palestine | Jénine, Naplouse, Hébron, Bethléem, Jéricho, Tulkarem, Qalqilya, Beit Sahour, Ramallah, Aïda | Zaytoun, Dar, Al Amal
LB | 4 | le Liban | au Liban | Tripoli, Saïda, Zahlé, Jezzine, Tyr, Baalbek, Batroun, Kfar Matta, Zgharta | Arz, Bayt, Nour
DZ | 3 | l’Algérie | en Algérie | Tizi Ouzou, Béjaïa, Oran, Tlemcen, Ghardaïa, Constantine, Annaba | Tagmat, Tafat, El Baraka
JO | 1 | la Jordanie | en Jordanie | Madaba, Irbid, Ajloun, Kérak |
VN | 5 | le Viêt Nam | au Viêt Nam | Hué, Hanoï, Da Nang, Hai Phong, Can Tho, Lao Cai, Ninh Binh, Hoi An, Ben Tre | Lotus, Hoa Sen, Mékong
KH | 4 | le Cambodge | au Cambodge | Siem Reap, Battambang, Kampot, Kratié, Kampong Cham, Takéo, Sisophon | Angkor, Mékong, Srok
LA | 2 | le Laos | au Laos | Luang Prabang, Savannakhet, Vientiane, Paksé, Xieng Khouang | Mékong, Sabaidi
IN | 4 | l’Inde | en Inde | Pondichéry, Calcutta, Karikal, Tiruvannamalai, Auroville, Jaipur, Bénarès, Madurai, Puducherry | Namasté, Asha, Karuna
NP | 3 | le Népal | au Népal | Gorkha, Pokhara, Bhaktapur, Patan, Sindhupalchok, Dhading, Lamjung | Namasté, Himal, Sagarmatha
PH | 1 | les Philippines | aux Philippines | Cebu, Iloilo, Tacloban, Baguio | Bayanihan
CN | 2 | la Chine | en Chine | Wuhan, Chengdu, Guangzhou, Kunming, Ningbo |
JP | 1 | le Japon | au Japon | Kanazawa, Saga, Gifu, Kakogawa |
HT | 6 | Haïti | en Haïti | Jacmel, Cap-Haïtien, Les Cayes, Jérémie, Gonaïves, Hinche, Port-de-Paix, Petit-Goâve, Kenscoff, Léogâne | Lespwa, Konbit, Men nan men, Solèy, Zanmi
BO | 2 | la Bolivie | en Bolivie | Cochabamba, Potosí, El Alto, Sucre, Tarija, Oruro | Ayni, Inti, Wayna
PE | 3 | le Pérou | au Pérou | Cuzco, Ayacucho, Arequipa, Puno, Huancayo, Iquitos | Ayni, Inti, Sumaq
CO | 2 | la Colombie | en Colombie | Medellín, Cali, Popayán, Pasto, Manizales | Minga
EC | 1 | l’Équateur | en Équateur | Otavalo, Cuenca, Riobamba, Esmeraldas | Minga, Sumak
BR | 3 | le Brésil | au Brésil | Recife, Fortaleza, Salvador de Bahia, Belém, Macapá, Oiapoque, Guarulhos | Mutirão, Axé
MX | 2 | le Mexique | au Mexique | Oaxaca, San Cristóbal, Puebla, Jicaltepec |
GT | 1 | le Guatemala | au Guatemala | Antigua, Quetzaltenango, Sololá | Maya
CU | 2 | Cuba | à Cuba | Cienfuegos, Santiago, Trinidad, Holguín |
SR | 1 | le Suriname | au Suriname | Albina, Paramaribo, Moengo |
UA | 6 | l’Ukraine | en Ukraine | Tchernihiv, Lviv, Apostolové, Mykolaïv, Ternopil, Tchernivtsi, Kryvyï Rih, Loutsk, Boutcha, Jytomyr | Nadia, Kalyna, Soniachnyk
PL | 4 | la Pologne | en Pologne | Elblag, Krosno, Tarnów, Płock, Leszno, Nowy Sącz, Konin, Ostróda, Bytom |
RO | 5 | la Roumanie | en Roumanie | Iași, Cluj, Sibiu, Brașov, Timișoara, Oradea, Bacău, Târgu Mureș, Câmpulung | Dor, Speranța
MD | 2 | la Moldavie | en Moldavie | Soroca, Orhei, Cahul, Chișinău | Casa mare
AM | 3 | l’Arménie | en Arménie | Gumri, Goris, Vanadzor, Dilijan, Stepanavan, Ashtarak | Ararat, Houys, Nor Kyank
GE | 2 | la Géorgie | en Géorgie | Telavi, Koutaïssi, Batoumi, Poti |
RS | 1 | la Serbie | en Serbie | Kragujevac, Novi Sad, Niš |
BA | 1 | la Bosnie-Herzégovine | en Bosnie-Herzégovine | Mostar, Tuzla, Sarajevo |
DE | 6 | l’Allemagne | en Allemagne | Marbourg, Osnabrück, Schorndorf, Erfurt, Wiesbaden, Schweinfurt, Emmendingen, Rottweil, Gütersloh, Straubing |
ES | 3 | l’Espagne | en Espagne | Saragosse, Lérida, Tudela, Burgos, Orduña, Guadalajara |
IT | 4 | l’Italie | en Italie | Assise, Modène, Lecco, Pordenone, Camerino, Caltanissetta, Trezzo |
GB | 3 | le Royaume-Uni | au Royaume-Uni | Northampton, Bristol, Stafford, Truro, Exmouth, Dunbar |
PT | 2 | le Portugal | au Portugal | Coimbra, Viseu, Lagos, Braga |
`

const list = (cell: string | undefined) => (cell ? cell.split(', ') : [])

export const PARTNER_COUNTRIES: PartnerCountry[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code, weight, name, within, places, words] = line.split('|').map((cell) => cell.trim())
    return {
      code: code!,
      weight: Number(weight),
      name: name!,
      within: within!,
      places: list(places),
      words: list(words),
    }
  })
