package org.teishutsu.report.filing.pdf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.teishutsu.report.filing", importOptions = ImportOption.DoNotIncludeTests.class)
class FilingPdfArrowsTest {

    @ArchTest
    static final ArchRule THE_PRINTER_KNOWS_ONLY_CONTENT_AND_COMMON = classes()
            .that()
            .resideInAPackage("org.teishutsu.report.filing.pdf..")
            .should()
            .onlyAccessClassesThat()
            .resideInAnyPackage(
                    "org.teishutsu.report.filing.pdf",
                    "org.teishutsu.report.filing.content",
                    "org.teishutsu.common..",
                    "java..",
                    "jakarta.inject",
                    "io.quarkus.qute",
                    "com.openhtmltopdf..",
                    "org.apache.pdfbox..",
                    "org.apache.fontbox..");

    @ArchTest
    static final ArchRule THE_CONTENT_KNOWS_NOTHING_OF_THE_SUITE = classes()
            .that()
            .resideInAPackage("org.teishutsu.report.filing.content")
            .should()
            .onlyAccessClassesThat()
            .resideInAnyPackage("org.teishutsu.report.filing.content", "java..", "com.fasterxml.jackson..");
}
