/* A browser that runs without a locale may name a language that is none, at which the library that draws would end. */

try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, "language", { value: "en-US" });
}
