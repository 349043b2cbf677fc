namespace Avance.Samples.Evidence.Drawing;

/// <summary>
/// Letters as strokes of a pen, so that pictures of text need no font of the machine. The strokes are those of Hershey's
/// Roman Simplex: "The Hershey Fonts were originally created by Dr. A. V. Hershey while working at the U. S. National
/// Bureau of Standards. The format of the Font data in this distribution was originally created by James Hurt, Cognition,
/// Inc." Accents, the ring and a shorter hyphen are added here.
/// </summary>
internal static class StrokeFont
{
    /// <summary>
    /// A line a character: itself, its left and right edge, then pairs of x and y, in which R is 0; a blank and R lift
    /// the pen.
    /// </summary>
    private const string Strokes = """
        !MWRFRT RRYQZR[SZRY
        "JZNFNM RVFVM
        #H]SBLb RYBRb RLOZO RKUYU
        $H\PBP_ RTBT_ RYIWGTFPFMGKIKKLMMNOOUQWRXSYUYXWZT[P[MZKX
        %F^[FI[ RNFPHPJOLMMKMIKIIJGLFNFPGSHVHYG[F RWTUUTWTYV[X[ZZ[X[VYTWT
        &E_\O\N[MZMYNXPVUTXRZP[L[JZIYHWHUISJRQNRMSKSIRGPFNGMIMKNNPQUXWZY[[[\Z\Y
        'MWRHQGRFSGSIRKQL
        (KYVBTDRGPKOPOTPYR]T`Vb
        )KYNBPDRGTKUPUTTYR]P`Nb
        *JZRFRR RMIWO RWIMO
        +E_RIR[ RIR[R
        ,MWSZR[QZRYSZS\R^Q_
        -MWOQUQ
        .MWRYQZR[SZRY
        /G][BIb
        0H\QFNGLJKOKRLWNZQ[S[VZXWYRYOXJVGSFQF
        1H\NJPISFS[
        2H\LKLJMHNGPFTFVGWHXJXLWNUQK[Y[
        3H\MFXFRNUNWOXPYSYUXXVZS[P[MZLYKW
        4H\UFKTZT RUFU[
        5H\WFMFLOMNPMSMVNXPYSYUXXVZS[P[MZLYKW
        6H\XIWGTFRFOGMJLOLTMXOZR[S[VZXXYUYTXQVOSNRNOOMQLT
        7H\YFO[ RKFYF
        8H\PFMGLILKMMONSOVPXRYTYWXYWZT[P[MZLYKWKTLRNPQOUNWMXKXIWGTFPF
        9H\XMWPURRSQSNRLPKMKLLINGQFRFUGWIXMXRWWUZR[P[MZLX
        :MWRMQNROSNRM RRYQZR[SZRY
        ;MWRMQNROSNRM RSZR[QZRYSZS\R^Q_
        <F^ZIJRZ[
        =E_IO[O RIU[U
        >F^JIZRJ[
        ?I[LKLJMHNGPFTFVGWHXJXLWNVORQRT RRYQZR[SZRY
        @E`WNVLTKQKOLNMMPMSNUPVSVUUVS RQKOMNPNSOUPV RWKVSVUXVZV\T]Q]O\L[JYHWGTFQFNGLHJJILHOHRIUJWLYNZQ[T[WZYYZX RXKWSWUXV
        AI[RFJ[ RRFZ[ RMTWT
        BG\KFK[ RKFTFWGXHYJYLXNWOTP RKPTPWQXRYTYWXYWZT[K[
        CH]ZKYIWGUFQFOGMILKKNKSLVMXOZQ[U[WZYXZV
        DG\KFK[ RKFRFUGWIXKYNYSXVWXUZR[K[
        EH[LFL[ RLFYF RLPTP RL[Y[
        FHZLFL[ RLFYF RLPTP
        GH]ZKYIWGUFQFOGMILKKNKSLVMXOZQ[U[WZYXZVZS RUSZS
        HG]KFK[ RYFY[ RKPYP
        INVRFR[
        JJZVFVVUYTZR[P[NZMYLVLT
        KG\KFK[ RYFKT RPOY[
        LHYLFL[ RL[X[
        MF^JFJ[ RJFR[ RZFR[ RZFZ[
        NG]KFK[ RKFY[ RYFY[
        OG]PFNGLIKKJNJSKVLXNZP[T[VZXXYVZSZNYKXIVGTFPF
        PG\KFK[ RKFTFWGXHYJYMXOWPTQKQ
        QG]PFNGLIKKJNJSKVLXNZP[T[VZXXYVZSZNYKXIVGTFPF RSWY]
        RG\KFK[ RKFTFWGXHYJYLXNWOTPKP RRPY[
        SH\YIWGTFPFMGKIKKLMMNOOUQWRXSYUYXWZT[P[MZKX
        TJZRFR[ RKFYF
        UG]KFKULXNZQ[S[VZXXYUYF
        VI[JFR[ RZFR[
        WF^HFM[ RRFM[ RRFW[ R\FW[
        XH\KFY[ RYFK[
        YI[JFRPR[ RZFRP
        ZH\YFK[ RKFYF RK[Y[
        [KYOBOb RPBPb ROBVB RObVb
        ]KYTBTb RUBUb RNBUB RNbUb
        _JZJ]Z]
        aI\XMX[ RXPVNTMQMONMPLSLUMXOZQ[T[VZXX
        bH[LFL[ RLPNNPMSMUNWPXSXUWXUZS[P[NZLX
        cI[XPVNTMQMONMPLSLUMXOZQ[T[VZXX
        dI\XFX[ RXPVNTMQMONMPLSLUMXOZQ[T[VZXX
        eI[LSXSXQWOVNTMQMONMPLSLUMXOZQ[T[VZXX
        fMYWFUFSGRJR[ ROMVM
        gI\XMX]W`VaTbQbOa RXPVNTMQMONMPLSLUMXOZQ[T[VZXX
        hI\MFM[ RMQPNRMUMWNXQX[
        iNVQFRGSFREQF RRMR[
        jMWRFSGTFSERF RSMS^RaPbNb
        kIZMFM[ RWMMW RQSX[
        lNVRFR[
        mCaGMG[ RGQJNLMOMQNRQR[ RRQUNWMZM\N]Q][
        nI\MMM[ RMQPNRMUMWNXQX[
        oI\QMONMPLSLUMXOZQ[T[VZXXYUYSXPVNTMQM
        pH[LMLb RLPNNPMSMUNWPXSXUWXUZS[P[NZLX
        qI\XMXb RXPVNTMQMONMPLSLUMXOZQ[T[VZXX
        rKXOMO[ ROSPPRNTMWM
        sJ[XPWNTMQMNNMPNRPSUTWUXWXXWZT[Q[NZMX
        tMYRFRWSZU[W[ ROMVM
        uI\MMMWNZP[S[UZXW RXMX[
        vJZLMR[ RXMR[
        wG]JMN[ RRMN[ RRMV[ RZMV[
        xJ[MMX[ RXMM[
        yJZLMR[ RXMR[P_NaLbKb
        zJ[XMM[ RMMXM RM[X[
        """;

    private const string LiftPen = " R";
    private const int BlankWidth = 16;
    private const string Accented = "áéíóúüñÁÉÍÓÚÜÑ";
    private const string Plain = "aeiouunAEIOUUN";

    private static readonly Dictionary<char, string> Glyphs = Strokes
        .ReplaceLineEndings("\n")
        .Split('\n')
        .ToDictionary(line => line[0], line => line[1..]);

    /// <summary>The lines to draw for a text, in units of a letter: capitals are 21 high. The base line is y 9.</summary>
    public static IEnumerable<(int FromX, int FromY, int ToX, int ToY)> Lines(string text)
    {
        var x = 0;
        foreach (var character in text)
        {
            var accented = Accented.IndexOf(character, StringComparison.Ordinal);
            var letter = accented < 0 ? character : Plain[accented];
            var (lines, width) = letter == '°' ? Ring() : Letter(letter);
            if (accented >= 0)
            {
                lines.AddRange(Accent(character, width / 2));
            }

            foreach (var (fromX, fromY, toX, toY) in lines)
            {
                yield return (x + fromX, fromY, x + toX, toY);
            }

            x += width;
        }
    }

    /// <summary>How far the next letter is.</summary>
    public static int Width(char character)
    {
        var accented = Accented.IndexOf(character, StringComparison.Ordinal);
        return character == '°' ? Ring().Width : Letter(accented < 0 ? character : Plain[accented]).Width;
    }

    private static (List<(int, int, int, int)> Lines, int Width) Letter(char letter)
    {
        if (!Glyphs.TryGetValue(letter, out var glyph))
        {
            return ([], BlankWidth);
        }

        var lines = new List<(int, int, int, int)>();
        var left = glyph[0] - 'R';
        (int X, int Y)? before = null;
        for (var i = 2; i + 1 < glyph.Length; i += 2)
        {
            (int X, int Y)? point = glyph[i..(i + 2)] == LiftPen ? null : (glyph[i] - 'R' - left, glyph[i + 1] - 'R');
            if (before is var (fromX, fromY) && point is var (toX, toY))
            {
                lines.Add((fromX, fromY, toX, toY));
            }

            before = point;
        }

        return (lines, glyph[1] - glyph[0]);
    }

    private static (List<(int, int, int, int)> Lines, int Width) Ring() =>
        ([(4, -12, 8, -12), (8, -12, 8, -8), (8, -8, 4, -8), (4, -8, 4, -12)], 14);

    private static IEnumerable<(int, int, int, int)> Accent(char letter, int middle)
    {
        var top = char.IsUpper(letter) ? -15 : -9;
        return char.ToLowerInvariant(letter) switch
        {
            'ñ' =>
            [
                (middle - 5, top - 1, middle - 2, top - 4),
                (middle - 2, top - 4, middle + 2, top - 1),
                (middle + 2, top - 1, middle + 5, top - 4),
            ],
            'ü' => [(middle - 4, top - 3, middle - 3, top - 3), (middle + 3, top - 3, middle + 4, top - 3)],
            _ => [(middle - 1, top, middle + 4, top - 5)],
        };
    }
}
