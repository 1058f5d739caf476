/** What the type checker does not see. No plug-ins: every rule here is one of ESLint's own. */

const MARKUP_IN_STRINGS = ["innerHTML", "outerHTML", "insertAdjacentHTML"].map((name) => ({
  selector: `MemberExpression[property.name="${name}"]`,
  message: "Markup lives in HTML; use a <template>.",
}));

const DEFAULT_EXPORT = {
  selector: "ExportDefaultDeclaration",
  message: "Exports have names.",
};

const rules = {
  "array-callback-return": "error",
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "max-lines": ["error", 400],
  "no-alert": "error",
  "no-console": "error",
  "no-else-return": "error",
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-restricted-syntax": ["error", DEFAULT_EXPORT, ...MARKUP_IN_STRINGS],
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-sparse-arrays": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unneeded-ternary": "error",
  "no-unused-expressions": ["error", { allowTernary: true, allowShortCircuit: true }],
  "no-useless-concat": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

export default [
  { files: ["**/*.js"], linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
];
