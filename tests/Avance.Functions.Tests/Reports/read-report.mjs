// Prints the rows of the report tables as the JavaScript client reads them, with their types.
// node read-report.mjs <folder of node_modules> <connection string>
import { createRequire } from "node:module";

const [folder, connectionString] = process.argv.slice(2);
const { TableClient } = createRequire(`${folder}/`)("@azure/data-tables");
const tables = {};
for (const name of ["reportplan", "reportunit", "reportactivity", "reportgoal"]) {
  const table = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  tables[name] = [];
  for await (const row of table.listEntities({ disableTypeConversion: true })) {
    tables[name].push(row);
  }
}

console.log(JSON.stringify(tables));
