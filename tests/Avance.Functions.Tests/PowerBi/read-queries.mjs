// Asks storage what the queries of the Power BI model ask, and prints the pages of rows that it answers, with types.
// node read-queries.mjs <folder of node_modules> <connection string> <[{ "table", "filter", "select" }]>
import { createRequire } from "node:module";

const [folder, connectionString, queries] = process.argv.slice(2);
const { TableClient } = createRequire(`${folder}/`)("@azure/data-tables");
const answers = [];
for (const { table, filter, select } of JSON.parse(queries)) {
  const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
  const rows = client.listEntities({ queryOptions: { filter: filter || undefined, select }, disableTypeConversion: true });
  const pages = [];
  for await (const page of rows.byPage()) {
    pages.push(page);
  }

  answers.push({ table, pages });
}

console.log(JSON.stringify(answers));
