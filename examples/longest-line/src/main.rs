use std::io::{self, BufRead};

fn main() -> io::Result<()> {
    let mut longest = String::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        // Of equals, the first.
        if line.chars().count() > longest.chars().count() {
            longest = line;
        }
    }
    println!("{longest}");
    Ok(())
}
