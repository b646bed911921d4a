package org.invisiblecollege.synthetic;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Names of people, drawn again from random bits whenever they are needed. Common names are common: different people share
 * one, and how often depends on where they come from.
 */
final class SyntheticNames {

    /** How a name is printed on a paper. */
    enum Form {
        FULL,
        INITIALS,
        BARE_INITIALS,
        UNACCENTED,
        UNHYPHENATED,
        FAMILY_FIRST
    }

    /** A name in two parts; the family part is empty where people have one name only. */
    record Name(String given, String family) {
        String full() {
            return family.isEmpty() ? given : given + " " + family;
        }
    }

    private enum Style {
        PLAIN,
        MIDDLE_INITIAL,
        TWO_SYLLABLES,
        HYPHENATED_SYLLABLES,
        DOUBLE_GIVEN,
        HYPHENATED_GIVEN,
        TWO_FAMILIES,
        SINGLE
    }

    private record Culture(
            Style style,
            List<String> given,
            List<String> family,
            List<String> particles,
            List<String> stems,
            List<String> endings) {

        static Culture of(Style style, String given, String family, String particles, String stems, String endings) {
            return new Culture(
                    style,
                    List.of(given.split(" ")),
                    List.of(family.split(" ")),
                    split(particles),
                    split(stems),
                    split(endings));
        }

        private static List<String> split(String words) {
            return words.isEmpty() ? List.of() : List.of(words.split(","));
        }
    }

    private static final Culture[] CULTURES = {
        Culture.of(
                Style.MIDDLE_INITIAL,
                "James Mary John Jennifer Michael Linda David Elizabeth Robert Susan William Sarah Richard Karen Thomas"
                        + " Emily Daniel Laura Matthew Anna Andrew Rachel Christopher Rebecca Peter Alice Mark Helen"
                        + " Steven Jane Paul Julia George Catherine Benjamin Amy Samuel Hannah Jonathan Claire Adam"
                        + " Olivia Simon Megan Luke Grace Edward Ruth Henry Naomi Oliver Chloe Ian Fiona Alan Joanna",
                "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Jackson"
                        + " Thompson White Lee Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill"
                        + " Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans"
                        + " O'Brien O'Connor McDonald MacLeod",
                "",
                "Ash,Black,Brad,Chester,Clay,Cran,Dal,East,Ever,Fair,Gar,Hamp,Har,Hart,Hol,Lang,Long,Mar,Mil,Nor,Old,"
                        + "Pres,Rad,Red,Shel,Stan,Thorn,Wal,Wes,Whit,Win,Wood",
                "ton,ley,ford,field,wood,well,worth,by,man,brook,ham,ster"),
        Culture.of(
                Style.TWO_SYLLABLES,
                "Xiao Jian Wei Yu Jing Zhi Hao Xin Ming Yi Li Hong Jun Chen Yan Zi Hui Rui Tian Guo Wen Bo Shu Ya Xue"
                        + " Qing Kai Feng Dong Hai Lin Mei Ning Peng Qi Ran Shan Tao Xiang Yong Zhen Cheng Da Fei",
                "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song"
                        + " Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü"
                        + " Ding Ren Shen Ouyang",
                "",
                "",
                ""),
        Culture.of(
                Style.PLAIN,
                "Rahul Priya Amit Anjali Sanjay Neha Vikram Pooja Arjun Kavita Rajesh Sunita Suresh Deepa Ravi Lakshmi"
                        + " Anil Meera Manish Swati Nikhil Divya Ashok Shreya Karthik Aishwarya Pradeep Nandini Rohan"
                        + " Tanvi Varun Isha Gaurav Ritu Siddharth Aditi Abhishek Sneha Mohit Rashmi",
                "Kumar Sharma Singh Gupta Patel Reddy Das Rao Nair Iyer Mehta Joshi Verma Mishra Banerjee Mukherjee"
                        + " Chatterjee Ghosh Agarwal Jain Shah Desai Kulkarni Deshpande Menon Pillai Krishnan"
                        + " Subramanian Chakraborty Bhattacharya Srinivasan Choudhury Pandey Tiwari Saxena Kapoor"
                        + " Malhotra Bose Sen Dutta",
                "",
                "Raja,Vija,Surya,Chandra,Rama,Maha,Jaya,Deva,Venkata,Hari,Gopala,Naraya,Siva,Bala",
                "murthy,swamy,krishnan,raman,lingam,nathan,kar,rajan,mohan,prasad"),
        Culture.of(
                Style.DOUBLE_GIVEN,
                "José María Luis Carmen Juan Ana Carlos Lucía Miguel Sofía Javier Elena Andrés Isabel Raúl Inés Jesús"
                        + " Marta Ángel Rocío Pablo Beatriz Sergio Mónica Álvaro Belén Íñigo Concepción Martín Verónica"
                        + " Óscar Pilar Adrián Nuria Fermín Begoña",
                "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Díaz Hernández Muñoz Álvarez"
                        + " Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco"
                        + " Molina Suárez Castro Ortega Rubio Núñez Ibáñez Peña Zúñiga Ybarra Echeverría Mendizábal",
                "de ,de la ,del ",
                "",
                ""),
        Culture.of(
                Style.TWO_FAMILIES,
                "João Maria Pedro Ana Paulo Beatriz Rafael Camila Lucas Mariana Tiago Letícia Gustavo Inês Bruno Júlia"
                        + " Felipe Larissa Antônio Luíza Conceição Vinícius Sebastião Débora Márcio Patrícia Rodrigo"
                        + " Fábio Cláudia Thiago",
                "Silva Santos Oliveira Souza Pereira Ferreira Alves Ribeiro Carvalho Gomes Costa Almeida Nascimento Lima"
                        + " Araújo Fernandes Barbosa Rocha Cardoso Teixeira Magalhães Guimarães Gonçalves Simões"
                        + " Assunção Brandão Falcão Leitão Azevedo Pacheco",
                "da ,dos ,de ,do ",
                "",
                ""),
        Culture.of(
                Style.HYPHENATED_GIVEN,
                "Jean Marie Pierre Claire Luc François Hélène Louis Émilie Michel Anne Philippe Chloé Benoît Élodie"
                        + " Frédéric Aurélie Jérôme Sylvie Rémi Noémie Étienne Zoé Stéphane Gaëlle Loïc Thérèse"
                        + " Antoine Camille Paul",
                "Martin Bernard Dubois Durand Moreau Laurent Lefèvre Leroy Roux Girard Bonnet Dupont Lambert Fontaine"
                        + " Rousseau Faure Chevalier Gauthier Mercier Blanc Guérin Boyer Béranger Lemaître Châtelain"
                        + " Hébert Préfontaine Côté Gagnon Bélanger",
                "de ,Le ,de la ,d'",
                "Beau,Bel,Bois,Champ,Châtel,Font,Grand,Haut,Mont,Mor,Petit,Roch,Saint,Val,Ville",
                "mont,court,bois,pré,fort,eau,ard,in,ier,et,ville,champ"),
        Culture.of(
                Style.PLAIN,
                "Hans Anna Thomas Sabine Stefan Petra Jürgen Ursula Andreas Katharina Michael Claudia Jörg Ulrike"
                        + " Matthias Birgit Björn Käthe Wolfgang Heike Günter Susanne Lukas Lena Felix Johanna Tobias"
                        + " Hannah Karl-Heinz Hans-Peter Anne-Katrin Moritz",
                "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter"
                        + " Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Werner Krause"
                        + " Köhler Weiß Groß Jäger Müller-Lüdenscheidt Schmidt-Rottluff",
                "von ,von der ,zu ",
                "Acker,Berg,Brück,Eich,Feld,Grün,Heid,Hof,Kirch,Linden,Neu,Ober,Reich,Rosen,Stein,Wald,Weid,Zell",
                "mann,bauer,meier,berger,bach,hausen,huber,rath,ner,feld"),
        Culture.of(
                Style.PLAIN,
                "Jan Anna Pieter Sanne Willem Marieke Daan Femke Bart Eva Joost Lotte Maarten Ilse Sjoerd Anouk Thijs"
                        + " Maaike Ruben Noor Hendrik Griet Koen Liesbeth",
                "Jansen Vries Berg Bakker Dijk Visser Smit Meijer Boer Mulder Groot Bos Vos Peters Hendriks Leeuwen Dekker"
                        + " Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen Heuvel Veen",
                "van ,van der ,de ,van den ,ter ",
                "Wester,Ooster,Noorder,Zuider,Water,Hoog,Broek,Veld,Dijk,Bosch",
                "man,huis,kamp,stra,hof,brink,sma,meer"),
        Culture.of(
                Style.PLAIN,
                "Lars Ingrid Erik Karin Anders Maria Björn Åsa Nils Astrid Søren Mette Øystein Liv Håkon Sigrid Mikael"
                        + " Linnéa Jørgen Kirsten Göran Britt Åke Solveig Jón Guðrún Mads Freja",
                "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Hansen Johansen Olsen Larsen Nielsen Jensen"
                        + " Pedersen Sørensen Jørgensen Møller Ødegård Åberg Sjöström Lindström Bergström Håkansson"
                        + " Østergaard Nørgaard Kjær",
                "",
                "Berg,Lind,Sand,Hol,Ny,Sjö,Ek,Ström,Hag,Dal,Norr,Söder,Väst,Öst",
                "gren,qvist,ström,berg,lund,dahl,holm,mark,blom"),
        Culture.of(
                Style.PLAIN,
                "Ahmet Ayşe Mehmet Fatma Mustafa Emine Ali Zeynep Hüseyin Elif Murat Özge İbrahim Gülşen Emre Çiğdem Umut"
                        + " Şule Burak Işıl Ömer Tuğba Kağan Büşra Oğuz Müge",
                "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara"
                        + " Koç Kurt Özkan Şimşek Erdoğan Güneş Üstün Işık Ağaoğlu",
                "",
                "Öz,Ak,Kara,Gök,Er,Bay,Gül,Taş,Al,Kızıl,Sarı,Boz,Yüce,Ulu",
                "türk,oğlu,soy,can,kan,men,demir,kaya,taş,sever"),
        Culture.of(
                Style.PLAIN,
                "Piotr Anna Krzysztof Małgorzata Andrzej Katarzyna Tomasz Agnieszka Paweł Joanna Michał Ewa Łukasz"
                        + " Zofia Jiří Tereza Tomáš Lucie Ondřej Kateřina Zdeněk Božena Grzegorz Dorota",
                "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski"
                        + " Kozłowski Jankowski Mazur Kwiatkowski Novák Svoboda Novotný Dvořák Černý Procházka Kučera"
                        + " Veselý Horák Němec Skłodowska-Curie",
                "",
                "Jan,Mal,Zaw,Brzez,Lip,Dob,Gór,Kał,Pod,Sad,Wrób,Czer,Szcz,Krzy",
                "owski,iński,ecki,ak,czyk,ewicz,arski,ek"),
        Culture.of(
                Style.HYPHENATED_SYLLABLES,
                "Min Ji Seo Hyun Soo Jae Young Sung Eun Kyung Hye Joon Woo Dong Sang Tae Yeon Ha Jin Chul Mi Na Hee Kyu"
                        + " Won Bin",
                "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong Jeon Ko Moon"
                        + " Bae",
                "",
                "",
                ""),
        Culture.of(
                Style.PLAIN,
                "Hiroshi Yuki Takashi Yoko Kenji Akiko Satoshi Naoko Makoto Keiko Taro Hanako Daisuke Emi Kazuo Mariko"
                        + " Shin Ayumi Ryo Haruka Kenichi Tomoko Masato Yumi Jun'ichi Shōta Yūko Kōji",
                "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto"
                        + " Inoue Kimura Shimizu Hayashi Saitō Ōno Gotō Andō",
                "",
                "Yama,Mura,Naka,Taka,Kita,Nishi,Matsu,Fuji,Ishi,Kawa,Mori,Oka,Shima,Ue,Waka,Hira,Furu,Iwa,Miya,Tsuka",
                "moto,da,kawa,shima,mura,zaki,no,guchi,ta,saka,hara,tani,naga,uchi"),
        Culture.of(
                Style.PLAIN,
                "Marco Giulia Alessandro Francesca Andrea Chiara Matteo Paola Luca Elisa Giovanni Valentina Niccolò"
                        + " Federica Stefano Silvia Davide Ilaria Roberto Anna Pier-Luigi Maria-Grazia",
                "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Mancini"
                        + " Giordano Rizzo Lombardi Moretti Barbieri Fontana D'Angelo Dalla-Costa Nicolò",
                "De ,Di ,Della ",
                "Mont,Cast,Bel,Font,Pell,Sal,Tor,Val,Bon,Cav,Mar,Pal,Zan,Gal",
                "elli,ini,etti,oni,ari,ucci,esi,ante,aldi,ano"),
        Culture.of(
                Style.PLAIN,
                "Aleksandr Elena Dmitry Olga Sergey Natalia Andrey Irina Alexey Tatiana Ivan Anna Mikhail Svetlana Nikolay"
                        + " Maria Vladimir Ekaterina Pavel Yulia Igor Ludmila",
                "Ivanov Smirnov Kuznetsov Popov Vasiliev Petrov Sokolov Mikhailov Novikov Fedorov Morozov Volkov Alekseev"
                        + " Lebedev Semenov Egorov Kozlov Stepanov Orlov Shevchenko Kovalenko Bondarenko",
                "",
                "Bel,Bor,Gor,Dub,Zim,Kal,Lap,Mor,Nik,Pan,Rod,Sol,Tar,Ust,Chern,Yak",
                "ov,in,enko,sky,aev,ikov,yshev,atov,chuk,kin"),
        Culture.of(
                Style.PLAIN,
                "Mohammed Fatima Ahmed Aisha Ali Maryam Omar Zainab Hassan Layla Ibrahim Noura Khalid Salma Youssef Amina"
                        + " Reza Shirin Hossein Zahra Abdul-Rahman Nour-Eddine Karim Hoda",
                "Hassan Ali Khan Ahmed Ibrahim Hussein Mahmoud Saleh Rahman Karimi Hosseini Mohammadi Ahmadi Rezaei"
                        + " Al-Hashimi Al-Farsi El-Sayed Benali Haddad Nasser Mansour Najjar Khoury Abbasi",
                "Al-,El-,bin ",
                "Abd,Sal,Kar,Naj,Has,Far,Rash,Mans,Tab,Shir,Isfah,Kash",
                "ani,i,oun,our,ad,im,eh,zadeh,abadi,pour"),
        Culture.of(
                Style.DOUBLE_GIVEN,
                "Văn Thị Minh Hồng Quang Anh Đức Lan Tuấn Hương Hùng Mai Thanh Phương Dũng Thảo Hải Ngọc Long Linh Bảo Trang"
                        + " Khánh Vy",
                "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý",
                "",
                "",
                ""),
        Culture.of(
                Style.SINGLE,
                "Suharto Budiman Wijaya Hartono Sutrisno Susanto Setiawan Purnomo Kusuma Wahyudi Santoso Rahayu Lestari"
                        + " Handayani Widodo Nugroho Hidayat Saputra Pratiwi Utami Maharani Gunawan Hermawan Suryadi",
                "Wibowo Siregar Nasution Simanjuntak Hutapea Situmorang Lubis Harahap Tanjung Rangkuti",
                "",
                "Su,Har,Pur,Wi,Mar,Dar,Kus,Nur,San,Tri,Eko,Dwi",
                "tomo,wati,yanto,yono,ningsih,mawan,jono,toyo,darma,sono")
    };

    /** Share of each culture among the world's authors, in percent; English, Chinese and Indian names lead. */
    private static final int[] SHARES = {20, 24, 8, 5, 4, 4, 5, 2, 3, 2, 3, 5, 4, 3, 3, 3, 1, 1};

    private SyntheticNames() {}

    /** Returns a culture, a larger one for more of the percents. */
    static int culture(int percent) {
        int rest = percent;
        for (int i = 0; i < SHARES.length; i++) {
            rest -= SHARES[i];
            if (rest < 0) {
                return i;
            }
        }
        return 0;
    }

    /** Returns the name of the person with these random bits. */
    static Name of(int culture, long bits) {
        Culture from = CULTURES[culture];
        Bits draw = new Bits(bits);
        String first = draw.skewed(from.given());
        String family = family(from, draw);
        return switch (from.style()) {
            case PLAIN ->
                new Name(draw.below(10) < 3 ? first + " " + (char) ('A' + draw.below(23)) + "." : first, family);
            case MIDDLE_INITIAL ->
                new Name(draw.below(10) < 5 ? first + " " + (char) ('A' + draw.below(23)) + "." : first, family);
            case TWO_SYLLABLES ->
                new Name(
                        draw.below(10) < 8
                                ? first + draw.even(from.given()).toLowerCase(Locale.ROOT)
                                : draw.even(from.given()),
                        family);
            case HYPHENATED_SYLLABLES ->
                new Name(first + "-" + draw.even(from.given()).toLowerCase(Locale.ROOT), family);
            case DOUBLE_GIVEN -> {
                String given = draw.below(10) < 6 ? first + " " + draw.even(from.given()) : first;
                // Vietnamese authors sign with one family name, Spanish ones with two, joined by a hyphen or not.
                boolean two = !from.particles().isEmpty() && draw.below(10) < 6;
                yield new Name(
                        given, two ? family + (draw.below(10) < 4 ? "-" : " ") + draw.even(from.family()) : family);
            }
            case HYPHENATED_GIVEN ->
                new Name(draw.below(10) < 4 ? first + "-" + draw.even(from.given()) : first, family);
            case TWO_FAMILIES -> new Name(first, draw.even(from.family()) + " " + family);
            case SINGLE -> draw.below(10) < 4 ? new Name(family, "") : new Name(first, family);
        };
    }

    private static String family(Culture from, Bits draw) {
        String family = !from.stems().isEmpty() && draw.below(10) < 6
                ? draw.even(from.stems()) + draw.even(from.endings())
                : draw.skewed(from.family());
        return !from.particles().isEmpty() && draw.below(10) < 2 ? draw.even(from.particles()) + family : family;
    }

    /** Returns the name as this form writes it; the full name where the form changes nothing. */
    static String write(Name name, Form form) {
        return switch (form) {
            case FULL -> name.full();
            case INITIALS -> name.family().isEmpty() ? name.given() : initials(name.given(), ".") + name.family();
            case BARE_INITIALS -> name.family().isEmpty() ? name.given() : initials(name.given(), "") + name.family();
            case UNACCENTED -> unaccented(name.full());
            case UNHYPHENATED -> name.full().replace('-', ' ');
            case FAMILY_FIRST -> name.family().isEmpty() ? name.given() : name.family() + ", " + name.given();
        };
    }

    private static String initials(String given, String dot) {
        StringBuilder initials = new StringBuilder(8);
        boolean start = true;
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (start) {
                initials.append(c).append(dot);
            } else if (c == '-' && !dot.isEmpty()) {
                initials.append(c);
            } else if (c == ' ' && !dot.isEmpty()) {
                initials.append(' ');
            }
            start = c == '-' || c == ' ';
        }
        return initials.append(' ').toString();
    }

    private static String unaccented(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String parts = Normalizer.normalize(name, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            switch (c) {
                case 'ø' -> plain.append('o');
                case 'Ø' -> plain.append('O');
                case 'ł' -> plain.append('l');
                case 'Ł' -> plain.append('L');
                case 'ı' -> plain.append('i');
                case 'đ' -> plain.append('d');
                case 'Đ' -> plain.append('D');
                case 'ð' -> plain.append('d');
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    /** Draws choices from one number. */
    private static final class Bits {

        private final long seed;
        private int drawn;

        Bits(long seed) {
            this.seed = seed;
        }

        int below(int bound) {
            return (int) Long.remainderUnsigned(SeededRandom.mix(seed, drawn++), bound);
        }

        String even(List<String> from) {
            return from.get(below(from.size()));
        }

        /** Chooses from a list that is sorted by how common its names are. */
        String skewed(List<String> from) {
            double uniform = below(1 << 20) / (double) (1 << 20);
            return from.get((int) (from.size() * uniform * Math.sqrt(uniform)));
        }
    }
}
