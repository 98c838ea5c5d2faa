package org.efficientvit.core.catalogue;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file that was fetched and accepted.
 *
 * @param model its name in the catalogue
 * @param sha256 of its bytes when it was accepted, in hexadecimal
 * @param url it came from
 * @param date when it was accepted first
 */
public record FetchedFile(
    String model, Path file, long bytes, String sha256, URI url, LocalDate date) {}
