// One small program per language: reads numbers from a line, prints their sum.

const samples = {
  python: `numbers = map(int, input().split())
print(sum(numbers))
`,
  javascript: `const line = require('fs').readFileSync(0, 'utf8').trim();
const numbers = line.split(/\\s+/).map(Number);
console.log(numbers.reduce((a, b) => a + b, 0));
`,
  typescript: `declare const require: any;
const line: string = require('fs').readFileSync(0, 'utf8').trim();
const numbers: number[] = line.split(/\\s+/).map(Number);
console.log(numbers.reduce((a, b) => a + b, 0));
`,
  c: `#include <stdio.h>

int main(void) {
    long n, sum = 0;
    while (scanf("%ld", &n) == 1) {
        sum += n;
    }
    printf("%ld\\n", sum);
    return 0;
}
`,
  'c++': `#include <iostream>

int main() {
    long n, sum = 0;
    while (std::cin >> n) {
        sum += n;
    }
    std::cout << sum << "\\n";
}
`,
  'c#': `using System;
using System.Linq;

public class Program {
    public static void Main() {
        Console.WriteLine(Console.ReadLine().Split(' ').Select(long.Parse).Sum());
    }
}
`,
  java: `import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        var in = new Scanner(System.in);
        long sum = 0;
        while (in.hasNextLong()) {
            sum += in.nextLong();
        }
        System.out.println(sum);
    }
}
`,
  kotlin: `fun main() {
    println(readLine()!!.split(" ").sumOf { it.toLong() })
}
`,
  go: `package main

import "fmt"

func main() {
    var n, sum int
    for {
        if _, err := fmt.Scan(&n); err != nil {
            break
        }
        sum += n
    }
    fmt.Println(sum)
}
`,
  rust: `use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let sum: i64 = text.split_whitespace().map(|n| n.parse::<i64>().unwrap()).sum();
    println!("{}", sum);
}
`,
  ruby: `puts gets.split.map(&:to_i).sum
`,
  php: `<?php
echo array_sum(explode(' ', trim(fgets(STDIN)))), "\\n";
`,
  perl: `my $sum = 0;
$sum += $_ for split ' ', <STDIN>;
print "$sum\\n";
`,
  lua: `local sum = 0
for n in io.read('a'):gmatch('%-?%d+') do
  sum = sum + tonumber(n)
end
print(sum)
`,
  haskell: `main :: IO ()
main = do
  line <- getLine
  print (sum (map read (words line) :: [Integer]))
`,
  bash: `read -ra numbers
sum=0
for n in "\${numbers[@]}"; do
  sum=$((sum + n))
done
echo "$sum"
`,
  awk: `{ for (i = 1; i <= NF; i++) sum += $i } END { print sum }
`,
};

export const sampleTests = [
  { stdin: '2 3', expected: '5', weight: 1 },
  { stdin: '10 -4 1', expected: '7', weight: 1 },
];

/** Languages to offer as long as no judge has said what it has. */
export const usual = ['python', 'javascript', 'c', 'c++', 'java', 'bash'];

/** The part of a language's name that stays the same from version to version: "Python (3.8.1)" is "python". */
export function family(name) {
  const plain = name.toLowerCase().split(' (')[0].trim();
  const others = {
    'node.js': 'javascript', js: 'javascript', cpp: 'c++', sh: 'bash', golang: 'go', 'python 3': 'python', py: 'python',
  };
  return others[plain] ?? plain;
}

export function sample(name) {
  return samples[family(name)] ?? '';
}
