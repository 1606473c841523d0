-------------------------------------- MODULE LendingLibrary --------------------------------------
CONSTANTS
    Reader,     \* a set of any size, not empty
    Book,       \* a set of any size, not empty
    Branch,     \* a set of any size, not empty
    Precious,   \* may not leave the house
    Home,       \* where the book belongs
    Librarian   \* runs the place

Place == {"Shelf", "Hands", "Nowhere"}

ASSUME Precious \in [Book -> BOOLEAN]
ASSUME Home \in [Book -> Branch]
ASSUME Librarian \in Reader

\* LIB-6
ASSUME TreasuresAreAtHomeSomewhere ==
    \A b, c \in Book : Precious[b] /\ Precious[c] => Home[b] = Home[c]

\* State -------------------------------------------------------------------------------------------

VARIABLES
    member,  \* may borrow
    place,   \* where the book is
    holder,  \* who took the book last
    wants    \* has asked for the book

vars == <<member, place, holder, wants>>

TypeOK ==
    /\ member \in [Reader -> BOOLEAN]
    /\ place \in [Book -> Place]
    /\ holder \in [Book -> Reader]
    /\ wants \in [Reader \X Book -> BOOLEAN]

\* Shorthands --------------------------------------------------------------------------------------

\* has the book now
Has(r, b) ==
    place[b] = "Hands" /\ holder[b] = r

\* Actions -----------------------------------------------------------------------------------------

\* LIB-1: whoever asks is let in
Enrol(r) ==
    /\ ~member[r]
    /\ member' = [member EXCEPT ![r] = TRUE]
    /\ UNCHANGED <<place, holder, wants>>

\* LIB-2, LIB-5
Lend(r, b) ==
    /\ ~Precious[b]
    /\ place[b] # "Nowhere"
    /\ member[r]  \* else NotAMember
    /\ ~\E other \in Reader : Has(other, b)  \* else AlreadyOut
    /\ place' = [place EXCEPT ![b] = "Hands"]
    /\ holder' = [holder EXCEPT ![b] = r]
    /\ wants' =
           [other \in Reader, b_2 \in Book |->
               IF b_2 = b THEN wants[other, b] /\ other # r ELSE wants[other, b_2]]
    /\ UNCHANGED member

\* LIB-3
GiveBack(r, b) ==
    /\ Has(r, b)
    /\ place' = [place EXCEPT ![b] = "Shelf"]
    /\ UNCHANGED <<member, holder, wants>>

\* LIB-3
Lose(b) ==
    /\ place[b] = "Shelf" \/ place[b] = "Hands"
    /\ place' = [place EXCEPT ![b] = IF place[b] = "Hands" THEN "Nowhere" ELSE place[b]]
    /\ UNCHANGED <<member, holder, wants>>

\* LIB-4
CloseDown(c) ==
    /\ \A b \in Book : Home[b] = c => place[b] = "Shelf"
    /\ place' = [b \in Book |-> IF Home[b] = c THEN "Nowhere" ELSE place[b]]
    /\ wants' = [r \in Reader, b \in Book |-> FALSE]
    /\ UNCHANGED <<member, holder>>

\* Behaviour ---------------------------------------------------------------------------------------

Init ==
    /\ member = [r \in Reader |-> r = Librarian]
    /\ place = [b \in Book |-> "Shelf"]
    /\ holder \in [Book -> Reader]
    /\ wants = [r \in Reader, b \in Book |-> FALSE]

Next ==
    \/ \E r \in Reader : Enrol(r)
    \/ \E r \in Reader, b \in Book : Lend(r, b)
    \/ \E r \in Reader, b \in Book : GiveBack(r, b)
    \/ \E b \in Book : Lose(b)
    \/ \E c \in Branch : CloseDown(c)

Fairness ==
    /\ \A r \in Reader, b \in Book : WF_vars(Lend(r, b))

Spec == Init /\ [][Next]_vars /\ Fairness

\* What always holds -------------------------------------------------------------------------------

\* LIB-5
TreasuresStay ==
    \A b \in Book : Precious[b] => place[b] # "Hands"

\* LIB-5
HoldersAreMembers ==
    \A b \in Book : place[b] = "Hands" => member[holder[b]]

\* The claim.
Safety ==
    /\ TreasuresStay

\* The claim with what it needs to be inductive.
Inv ==
    /\ TreasuresStay
    /\ HoldersAreMembers

\* What holds of every step ------------------------------------------------------------------------

\* LIB-7
OnceLostStaysLost ==
    [][\A b \in Book : place[b] = "Nowhere" => place'[b] = "Nowhere"]_vars

\* What some state shows: check the negation as an invariant to see it -----------------------------

\* LIB-8
SomethingIsOut ==
    \E r \in Reader, b \in Book : Has(r, b)

\* What leads to what ------------------------------------------------------------------------------

\* LIB-9
WishesComeTrue ==
    \A r \in Reader, b \in Book :
        wants[r, b]
        ~> (Has(r, b) \/ place[b] = "Nowhere")

THEOREM Spec => [](TypeOK /\ Inv)

===================================================================================================
