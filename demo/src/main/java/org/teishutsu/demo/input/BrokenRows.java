package org.teishutsu.demo.input;

import java.util.List;

/** Rows nobody can import, each for one reason; they stand among the valid rows of 2016. */
final class BrokenRows {

    static final List<String> ROWS = List.of(
            // an item nobody knows
            "99000001,INDIVIDUAL,破損　一,ハソン　ハジメ,broken1@mail.example,2015-04-01,100-0000,東京都架空区見本町1-1-1,,CURRENT,CUSTOMER_ID|PIN_CODE",
            // neither customer number nor e-mail
            ",INDIVIDUAL,破損　二,ハソン　ジ,,,100-0000,東京都架空区見本町1-1-2,,CURRENT,BIRTH_DATE|PHONE",
            // a date that is none
            "99000003,INDIVIDUAL,破損　三,ハソン　サン,broken3@mail.example,2015-13-45,100-0000,東京都架空区見本町1-1-3,,CURRENT,CUSTOMER_ID|EMAIL",
            // too few columns
            "99000004,INDIVIDUAL,破損　四,ハソン　シ,broken4@mail.example",
            // too many columns
            "99000005,INDIVIDUAL,破損　五,ハソン　ゴ,broken5@mail.example,2015-04-01,100-0000,東京都架空区見本町1-1-5,,CURRENT,CUSTOMER_ID,EMAIL",
            // an unknown party
            "99000006,GROUP,破損　六,ハソン　ロク,broken6@mail.example,2015-04-01,100-0000,東京都架空区見本町1-1-6,,CURRENT,CUSTOMER_ID|EMAIL",
            // an unknown status
            "99000007,INDIVIDUAL,破損　七,ハソン　シチ,broken7@mail.example,2015-04-01,100-0000,東京都架空区見本町1-1-7,,DORMANT,CUSTOMER_ID|EMAIL",
            // no items
            "99000008,INDIVIDUAL,破損　八,ハソン　ハチ,broken8@mail.example,2015-04-01,100-0000,東京都架空区見本町1-1-8,,CURRENT,");

    private BrokenRows() {}
}
