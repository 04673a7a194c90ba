import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Validates PDF files with veraPDF, a line a file. Ends with 0 if all conform, 1 if not, 2 on wrong use. */
public class VeraCheck {
    private static final Logger ROOT = Logger.getLogger("");   // held, so that its level is kept

    public static void main(String[] args) {
        PDFAFlavour flavour = args.length < 2 ? PDFAFlavour.NO_FLAVOUR : PDFAFlavour.byFlavourId(args[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("usage: VeraCheck FLAVOUR FILE...   flavours: " + PDFAFlavour.getFlavourIds());
            System.exit(2);
        }
        ROOT.setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (int i = 1; i < args.length; i++) {
            try {
                good &= check(flavour, args[i]);
            } catch (Exception | LinkageError e) {
                System.out.println(new File(args[i]).getName() + ": cannot be validated: " + e);
                good = false;
            }
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean check(PDFAFlavour flavour, String file) throws Exception {
        String name = new File(file).getName();
        ValidationResult result;
        // One reported failure per rule, no passed checks, error messages on, progress off.
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 1, false, true, false)) {
            result = validator.validate(parser);
        }
        // The engine keeps no more than about 10000 assertions; its map of failed checks has the true counts.
        Map<RuleId, Integer> count = result.getFailedChecks();
        if (result.isCompliant() && count.isEmpty() && result.getTotalAssertions() > 0) {
            System.out.println(name + ": conforms, " + result.getTotalAssertions() + " checks");
            return true;
        }
        int failed = count.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(name + ": " + failed + " failed of " + result.getTotalAssertions() + " checks");
        Map<RuleId, TestAssertion> example = new LinkedHashMap<>();
        result.getTestAssertions().forEach(a -> example.putIfAbsent(a.getRuleId(), a));
        example.forEach((rule, a) -> System.out.printf("  %s clause %s test %d, %d times: %s%n    e.g. %s%n    at %s%n",
            rule.getSpecification().getId(), rule.getClause(), rule.getTestNumber(), count.get(rule),
            a.getMessage(), a.getErrorMessage(), a.getLocation().getContext()));
        return false;
    }
}
