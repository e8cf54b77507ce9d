// Mistakes only: nothing here is about style, and undefined names are for `tsc` to find.
import js from "@eslint/js";

export default [
  { ignores: ["target/", "dist/", ".tools/", "node_modules/", "**/*.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.js", "**/*.mjs"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "no-constructor-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      // A full-width space in Chinese text is meant.
      "no-irregular-whitespace": ["error", { skipTemplates: true }],
      "no-new-func": "error",
      "no-promise-executor-return": "off",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-undef": "off",
      "no-unreachable-loop": "error",
      "no-unused-vars": ["error", { args: "none", caughtErrors: "none", varsIgnorePattern: "^_$" }],
      "require-atomic-updates": "off",
    },
  },
  {
    // An import for a type in JSDoc.
    files: ["web/module.js"],
    rules: { "no-unused-vars": "off" },
  },
  {
    // Functions of one script that the others use.
    files: ["bench/probes/common.js"],
    rules: { "no-unused-vars": "off" },
  },
  {
    // What the widget promises its readers.
    files: ["web/**/*.js"],
    rules: {
      "no-restricted-globals": ["error", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest"],
      "no-restricted-properties": [
        "error",
        { object: "document", property: "cookie", message: "The widget stores nothing." },
        { object: "document", property: "write" },
        { object: "navigator", property: "sendBeacon", message: "The widget tells nobody." },
      ],
    },
  },
];
